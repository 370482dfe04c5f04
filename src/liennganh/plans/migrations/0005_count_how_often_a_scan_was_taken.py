from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0004_reissued_plans"),
    ]

    operations = [
        migrations.AddField(
            model_name="intake",
            name="takes",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
