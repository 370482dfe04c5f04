import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0003_upper_plans"),
    ]

    operations = [
        migrations.AddField(
            model_name="intake",
            name="earlier",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="later",
                to="plans.intake",
            ),
        ),
        migrations.AddField(
            model_name="intake",
            name="earlier_asked",
            field=models.BooleanField(default=False),
        ),
    ]
