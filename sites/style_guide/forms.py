"""A form with every kind of field, as a page of a village might ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

AGES = [("9", "9–12 tahun"), ("13", "13–17 tahun"), ("18", "18 tahun ke atas")]
DAYS = [("sat", "Sabtu"), ("sun", "Minggu")]
FAULTY = {"phone": "0812 34", "email": "contoh", "age": "7", "note": "Saya baru pertama kali ikut."}


class SampleForm(forms.Form):
    name = forms.CharField(
        label="Nama peserta", max_length=80, widget=forms.TextInput({"autocomplete": "name"})
    )
    phone = forms.RegexField(
        r"^[\d +]{10,16}$",
        label="Nomor WhatsApp",
        help_text="Untuk kabar jadwal. Contoh: 0812 3456 7890",
        error_messages={"invalid": _("The number is too short. Write 10 to 13 digits.")},
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    email = forms.EmailField(
        label="Alamat surel", required=False, widget=forms.EmailInput({"autocomplete": "email"})
    )
    born_on = forms.DateField(
        label="Tanggal lahir",
        widget=forms.DateInput({"type": "date", "autocomplete": "bday"}, format="%Y-%m-%d"),
    )
    hamlet = forms.ChoiceField(label="Dusun", choices=[("", "Pilih dusun"), ("k", "Krajan"), ("s", "Sumber")])
    age = forms.ChoiceField(label="Usia peserta", choices=AGES, widget=forms.RadioSelect)
    days = forms.MultipleChoiceField(
        label="Hari yang bisa", choices=DAYS, required=False, widget=forms.CheckboxSelectMultiple
    )
    photo = forms.FileField(
        label="Foto kartu pelajar", required=False, help_text="JPEG atau PDF, paling besar 10 MB."
    )
    note = forms.CharField(label="Catatan untuk pelatih", required=False, widget=forms.Textarea({"rows": 3}))
    agrees = forms.BooleanField(
        label="Saya setuju nomor ini dipakai hanya untuk kelas ini dan dihapus 30 hari setelah selesai."
    )


def blank() -> SampleForm:
    return SampleForm(label_suffix="")


def faulty() -> SampleForm:
    """The form as it comes back after a submit with mistakes."""
    form = SampleForm(FAULTY, label_suffix="")
    form.add_error(None, "Kelas ini baru saja penuh. Pilih hari lain.")
    return form


def switched_off() -> SampleForm:
    form = SampleForm(initial={"name": "Peserta Contoh"}, label_suffix="")
    form.fields["name"].disabled = True
    return form
