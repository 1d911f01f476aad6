#include "ui/settings/appearancesection.h"

#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

using Choices = UiSettings::Choices;

/// A segmented control that shows one member of the choices and changes it.
SegmentedControl *segments(UiSettings &settings, const QString &name,
                           const std::vector<std::pair<QString, QString>> &options,
                           std::function<QString(const Choices &)> get,
                           std::function<void(Choices &, const QString &)> set)
{
    auto *control = new SegmentedControl(name);
    for (const auto &[id, text] : options)
        control->addChoice(id, text);
    control->setCurrent(get(settings.choices()));
    QObject::connect(&settings, &UiSettings::chosen, control,
                     [control, &settings, get] { control->setCurrent(get(settings.choices())); });
    QObject::connect(control, &SegmentedControl::chosen, control, [&settings, set](const QString &id) {
        Choices choices = settings.choices();
        set(choices, id);
        settings.choose(choices);
    });
    return control;
}

void addPalette(SettingsSection *section, UiSettings &settings)
{
    const std::vector<std::pair<QString, QString>> themes{
        {u"desktop"_s, QCoreApplication::translate("mooring::SettingsPage", "The desktop’s")},
        {u"light"_s, QCoreApplication::translate("mooring::SettingsPage", "Light")},
        {u"dark"_s, QCoreApplication::translate("mooring::SettingsPage", "Dark")}};
    const QString name = QCoreApplication::translate("mooring::SettingsPage", "Palette");
    auto *control = segments(
        settings, name, themes, [themes](const Choices &choices) { return themes[size_t(choices.theme)].first; },
        [](Choices &choices, const QString &id) {
            choices.theme = id == u"light"_s  ? UiSettings::Theme::Light
                            : id == u"dark"_s ? UiSettings::Theme::Dark
                                              : UiSettings::Theme::Desktop;
        });
    control->setObjectName(u"theme"_s);
    section->addRow(name, control)
        ->addWidget(defaultLink(
            settings, [](const Choices &choices) { return choices.theme != Choices().theme; },
            [](Choices &choices) { choices.theme = Choices().theme; }, name));
}

void addTextSize(SettingsSection *section, UiSettings &settings)
{
    std::vector<std::pair<QString, QString>> sizes;
    for (const int percent : {90, 100, 115, 130, 150})
        sizes.emplace_back(QString::number(percent), u"%1 %"_s.arg(percent));
    const QString name = QCoreApplication::translate("mooring::SettingsPage", "Text size");
    auto *control = segments(
        settings, name, sizes, [](const Choices &choices) { return QString::number(choices.textPercent); },
        [](Choices &choices, const QString &id) { choices.textPercent = id.toInt(); });
    control->setObjectName(u"textSize"_s);
    section->addRow(name, control, QCoreApplication::translate("mooring::SettingsPage", "on top of the desktop’s own"))
        ->addWidget(defaultLink(
            settings, [](const Choices &choices) { return choices.textPercent != Choices().textPercent; },
            [](Choices &choices) { choices.textPercent = Choices().textPercent; }, name));
}

void addMotion(SettingsSection *section, UiSettings &settings)
{
    auto *box = new QCheckBox(QCoreApplication::translate("mooring::SettingsPage", "Running marks turn"));
    box->setObjectName(u"motion"_s);
    box->setChecked(settings.choices().motion);
    QObject::connect(&settings, &UiSettings::chosen, box,
                     [box, &settings] { box->setChecked(settings.choices().motion); });
    QObject::connect(box, &QCheckBox::toggled, box, [&settings](bool on) {
        Choices choices = settings.choices();
        choices.motion = on;
        settings.choose(choices);
    });
    const QString name = QCoreApplication::translate("mooring::SettingsPage", "Motion");
    section->addRow(name, box)->addWidget(defaultLink(
        settings, [](const Choices &choices) { return choices.motion != Choices().motion; },
        [](Choices &choices) { choices.motion = Choices().motion; }, name));
}

void addLanguage(SettingsSection *section, UiSettings &settings)
{
    const QString name = QCoreApplication::translate("mooring::SettingsPage", "Language");
    auto *control = segments(
        settings, name,
        {{u"desktop"_s, QCoreApplication::translate("mooring::SettingsPage", "The desktop’s")},
         {u"en"_s, u"English"_s},
         {u"ko"_s, u"한국어"_s}},
        [](const Choices &choices) { return choices.language.isEmpty() ? u"desktop"_s : choices.language; },
        [](Choices &choices, const QString &id) { choices.language = id == u"desktop"_s ? QString() : id; });
    control->setObjectName(u"language"_s);
    section
        ->addRow(name, control,
                 QCoreApplication::translate("mooring::SettingsPage",
                                             "Changes at once. Logs and commands stay as they are."))
        ->addWidget(defaultLink(
            settings, [](const Choices &choices) { return !choices.language.isEmpty(); },
            [](Choices &choices) { choices.language.clear(); }, name));
}

} // namespace

SettingsSection *makeAppearanceSection(UiSettings &settings)
{
    auto *section = new SettingsSection(
        u"appearance"_s, QCoreApplication::translate("mooring::SettingsPage", "Appearance and language"));
    section->setShortTitle(QCoreApplication::translate("mooring::SettingsPage", "Appearance"));
    addPalette(section, settings);
    addTextSize(section, settings);
    addMotion(section, settings);
    addLanguage(section, settings);
    return section;
}

} // namespace mooring
