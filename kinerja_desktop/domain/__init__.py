"""Rules of the office: no clock, no files, no window, no SQL; standard library only.

Here stands what holds whoever asks: how a figure is measured, who may do which step, when a limit
ends. To add a rule, write it as a function of plain values in the module whose word it speaks, with
its source in the docstring and its cases in ``tests/domain``.

Glossary (one concept, one word; nouns that the office prints stay Indonesian)
-----------------------------------------------------------------------------
- **Instansi**: the office whose letterhead is printed. **Seksi**: a section of it; the sekretariat is
  one like the others. **Pegawai**: a person of the office. **Jabatan**: the title printed below a
  signature. **Role**: in which part of the SOP somebody acts.
- **Triwulan**: a quarter of a budget year. **Indikator**, **Sasaran**, **Target**, **Realisasi**,
  **Capaian** (realisasi against target, in per cent), **Kategori** (the word for a capaian).
- **Berkas**: the case of one seksi and one triwulan, a list of acts. A **Laporan Triwulan** and an
  **LKjIP** are lists of acts of the same kind.
- **Act**: one entry of such a list: who, in which role, when, with which whole content. **Status** is
  what the replay of the acts says. **Keadaan**: the whole result of a replay.
- **Bukti** (bukti dukung): what proves a figure: a file kept by its digest, an address, or words where a paper lies.
- **Disposisi**: the order slip of steps 1 and 2. **Bahan**: what the analyst hands over (step 3).
  **Laporan Data Kinerja**: the seksi's report (step 4). **Catatan**: a note pinned to an indikator.
- **Rencana**: the year's plan (indikator, targets, budget lines). **Versi**: murni or perubahan.
- **Aturan**: the options of the calculator (cap, floor, scale, gaps). **Alasan**: why a figure is absent.
  **Besaran**: a target or realisasi with the quarters it was made of. **Serapan**: money spent against pagu.
- **Norma**: the SOP's time limit of a step. **Tenggat**: when that ends, in words.
- **Naskah**: what every printed paper has in common (letterhead, number, date, signature, code).
- **Draft**: typed but not handed in; it lives beside the acts and is no part of the history.
"""
