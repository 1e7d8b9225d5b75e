"""Official letters as their paper is laid out: external letter, memo, stamped letter, order, announcement, envelope."""
