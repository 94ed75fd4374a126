"""The tables of questions and choices."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    """Made by `manage.py makemigrations`, then tidied."""

    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", ID.clone()),
                ("text", models.CharField(max_length=200)),
                ("published", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="Choice",
            fields=[
                ("id", ID.clone()),
                ("text", models.CharField(max_length=200)),
                ("votes", models.IntegerField(default=0)),
                ("question", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE,
                                               related_name="choices", to="polls.question")),
            ],
            options={"ordering": ["id"]},
        ),
    ]
