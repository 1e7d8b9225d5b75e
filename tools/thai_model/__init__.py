"""Teaches `resources/reading/tha_office.traineddata`, which reads Thai lines: Tesseract's Thai model, taught further.

`python -m tools.thai_model WORK MINUTES FOLDER ...`; the folders hold fonts as `tools.make_glyphs` takes them. It needs
Debian's tesseract-ocr-tha and Leptonica, and of PyPI jax, optax and polib, which nothing else here does. In `WORK/text`
lie PyThaiNLP's folder `corpus` and programs' translations into Thai (`*.mo`, `*.po`; those of LibreOffice and Django).
"""
