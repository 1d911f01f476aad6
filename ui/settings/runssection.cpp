#include "ui/settings/runssection.h"

#include "ui/widgets/form.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

using Choices = UiSettings::Choices;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(mooring::SettingsPage)
};

void addTimeLimit(SettingsSection *section, UiSettings &settings)
{
    const QString name = Text::tr("Time limit");
    auto *control = new SegmentedControl(name);
    control->setObjectName(u"runTimeLimit"_s);
    control->addChoice(u"0"_s, Text::tr("none"));
    for (const int hours : {1, 4, 24})
        control->addChoice(QString::number(hours * 3600), Text::tr("%1 h", "hours").arg(hours));
    const auto show = [control, &settings] {
        control->setCurrent(QString::number(settings.choices().runTimeLimitSeconds));
    };
    show();
    QObject::connect(&settings, &UiSettings::chosen, control, show);
    QObject::connect(control, &SegmentedControl::chosen, control, [&settings](const QString &id) {
        Choices choices = settings.choices();
        choices.runTimeLimitSeconds = id.toInt();
        settings.choose(choices);
    });
    section->addRow(name, control, Text::tr("A run that takes longer is ended."))
        ->addWidget(defaultLink(
            settings, [](const Choices &choices) { return choices.runTimeLimitSeconds != 0; },
            [](Choices &choices) { choices.runTimeLimitSeconds = 0; }, name));
}

void addExperiment(SettingsSection *section, UiSettings &settings)
{
    const QString name = Text::tr("Experiment");
    QLineEdit *field = textField(240, Text::tr("the name of the folder"));
    field->setObjectName(u"runExperiment"_s);
    field->setAccessibleName(name);
    const auto show = [field, &settings] { field->setText(settings.choices().runExperiment); };
    show();
    QObject::connect(&settings, &UiSettings::chosen, field, show);
    QObject::connect(field, &QLineEdit::editingFinished, field, [field, &settings] {
        Choices choices = settings.choices();
        choices.runExperiment = field->text().trimmed();
        settings.choose(choices);
    });
    section->addRow(name, field)
        ->addWidget(defaultLink(
            settings, [](const Choices &choices) { return !choices.runExperiment.isEmpty(); },
            [](Choices &choices) { choices.runExperiment.clear(); }, name));
}

} // namespace

SettingsSection *makeRunsSection(UiSettings &settings)
{
    auto *section = new SettingsSection(u"runs"_s, Text::tr("Runs"));
    section->setNote(Text::tr("what a new run starts with"));
    addTimeLimit(section, settings);
    addExperiment(section, settings);
    return section;
}

} // namespace mooring
