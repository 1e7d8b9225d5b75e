"""Data only: fonts, icons, forms, fees, phrases, messages, translations, the demo municipality."""
