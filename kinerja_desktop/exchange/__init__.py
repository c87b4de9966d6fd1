"""What other programs, other PCs or bundled tables give and take: files in, files out.

Bytes and cells become frozen objects of ``domain`` here, and back; what is done with them is the
business of ``services``. To add a kind of file: one module that reads and writes it.
"""
