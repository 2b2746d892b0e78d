"""Products from a spreadsheet and back.

A file is read into rows of plain texts (`reading`), each row is compared with what is there (`planning`), and
only what a person has seen and confirmed is written (`writing`).
"""
