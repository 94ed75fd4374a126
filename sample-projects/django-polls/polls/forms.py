"""The form for a new question."""

from django import forms


class QuestionForm(forms.Form):
    """A question and its choices, a line for each."""

    text = forms.CharField(label="Question", max_length=200)
    choices = forms.CharField(label="Choices, one per line", widget=forms.Textarea(attrs={"rows": 4}))

    def clean_choices(self):
        """The lines that are not empty; at least two."""
        lines = [line.strip() for line in self.cleaned_data["choices"].splitlines() if line.strip()]
        if len(lines) < 2:
            raise forms.ValidationError("A poll needs at least two choices.")
        if any(len(line) > 200 for line in lines):
            raise forms.ValidationError("A choice has at most 200 letters.")
        return lines
