"""Form fields from the templates: labels, hints and errors belong to their inputs, whatever the field."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string

from sites.style_guide.forms import SampleForm, blank, faulty, switched_off

pytestmark = pytest.mark.once


def field(form: forms.Form, name: str) -> str:
    return render_to_string("components/form/field.html", {"field": form[name]})


def fields(form: forms.Form) -> str:
    return render_to_string("components/form/fields.html", {"form": form})


def ids(html: str) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', html))


@pytest.mark.parametrize("name", SampleForm.base_fields)
def test_every_field_has_a_name_that_is_read_with_it(name):
    html = field(blank(), name)
    assert SampleForm.base_fields[name].label in html
    targets = re.findall(r'<label[^>]*\sfor="([^"]+)"', html)
    assert targets and set(targets) <= ids(html)


@pytest.mark.parametrize("name", ["phone", "photo"])
def test_a_hint_stands_above_its_input_and_is_read_with_it(name):
    html = field(blank(), name)
    described = re.search(r'<input[^>]*aria-describedby="([^"]+)"', html)[1]
    assert described.split() == [f"id_{name}_helptext"]
    assert described in ids(html)
    assert html.index('class="hint" id=') < html.index("<input")


@pytest.mark.parametrize("name", sorted(faulty().errors.keys() - {"__all__"}))
def test_an_error_stands_above_its_input_and_is_read_with_it(name):
    html = field(faulty(), name)
    described = re.search(r'aria-describedby="([^"]+)"', html)[1].split()
    assert f"id_{name}_error" in described
    assert set(described) <= ids(html)
    assert 'aria-invalid="true"' in html
    assert html.index(f'id="id_{name}_error"') < re.search(r"<(input|select|textarea)\b", html).start()


def test_a_field_without_fault_is_not_called_wrong():
    html = field(faulty(), "note")
    assert "aria-invalid" not in html and "field--bad" not in html


def test_only_what_may_stay_empty_is_marked():
    marked = [name for name in SampleForm.base_fields if 'class="hint">(' in field(blank(), name)]
    assert marked == ["email", "days", "photo", "note"]


def test_several_choices_are_a_group_with_a_name():
    html = field(faulty(), "age")
    assert re.search(r'<fieldset class="field field--bad" aria-describedby="id_age_error">\s*<legend>', html)
    assert html.count('type="radio"') == 3


def test_the_browser_is_told_what_it_may_fill_in():
    html = fields(blank())
    for purpose in ("name", "tel", "email", "bday"):
        assert f'autocomplete="{purpose}"' in html
    assert 'type="tel"' in html and 'type="date"' in html and 'type="file"' in html


def test_what_was_written_comes_back():
    html = fields(faulty())
    assert 'value="0812 34"' in html
    assert "Saya baru pertama kali ikut." in html


def test_the_summary_leads_to_each_input_and_has_the_focus():
    html = fields(faulty())
    summary, _rest = html.split("</ul>", 1)
    assert 'role="alert" tabindex="-1" autofocus' in summary
    assert "Kelas ini baru saja penuh." in summary
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert {"id_name", "id_phone", "id_age_0", "id_agrees"} <= set(targets)
    assert set(targets) <= ids(html)
    assert len(targets) == len(faulty().errors) - 1


def test_without_mistakes_there_is_no_summary():
    assert 'role="alert"' not in fields(blank())


def test_what_a_reader_wrote_cannot_become_markup():
    form = SampleForm({"name": '"><script>x</script>', "phone": "<b>"}, label_suffix="")
    assert "<script>" not in fields(form) and "<b>" not in fields(form)


def test_a_field_that_is_switched_off_stays_so():
    assert re.search(r"<input[^>]*\sdisabled", field(switched_off(), "name"))


class SecretForm(forms.Form):
    token = forms.CharField(widget=forms.HiddenInput)


def test_a_hidden_field_has_no_label():
    html = field(SecretForm(), "token")
    assert 'type="hidden"' in html and "<label" not in html
