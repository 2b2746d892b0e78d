"""The newsletter of a site: what it published, by e-mail, once a week or at once, to those who asked for it.

- readers: `forms` and `views` are the pages, `acts` what happens, `limits` and `spelling` guard the form,
  `tokens` are the links in letters;
- letters: `calendar` says when, `editions` makes them, `composing` writes them, `sending` hands them over;
- what comes back: `returns` reads and judges it, `mailboxes` fetches it, `webhook` is told of it;
- `admin` is what the staff of a village see.

`manage.py send_newsletters` makes and sends what is due; `run_schedule` calls it every few seconds.
"""
