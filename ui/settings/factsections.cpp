#include "ui/settings/factsections.h"

#include "core/credentials/credentialstore.h"
#include "core/jobs/background.h"
#include "core/targets/targetservice.h"
#include "core/workspace/profile.h"
#include "ui/context/appcontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/textlabel.h"
#include "ui/workspace/targetcheck.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

/// Texts of this page, all in one context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(mooring::SettingsPage)
};

QString adviceFor(CredentialStore::State state)
{
    switch (state) {
    case CredentialStore::State::Ready:
        return Text::tr("Secrets are kept there. They are in no file of this profile.");
    case CredentialStore::State::Locked:
        return Text::tr("Unlock it in the desktop; nothing is known about its entries until then.");
    case CredentialStore::State::Denied:
        return Text::tr("The desktop refused. Allow Mooring to use the keychain, then look again.");
    case CredentialStore::State::Hung:
        return Text::tr("It did not answer in time. Secrets stay in memory until Mooring closes.");
    case CredentialStore::State::Absent:
    case CredentialStore::State::Unknown:
        break;
    }
    return Text::tr(
        "Without a keychain secrets stay in memory until Mooring closes. They are in no file of this profile.");
}

} // namespace

SettingsSection *makeKeychainSection(const AppContext &context)
{
    auto *section = new SettingsSection(u"keychain"_s, Text::tr("Keychain"));
    auto *advice = paragraph({});
    advice->setObjectName(u"keychainAdvice"_s);
    section->addWidget(advice);
    Button *again = edgeButton(Text::tr("Look again"), u"view-refresh"_s);
    again->setObjectName(u"probeKeychain"_s);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(again);
    layout->addStretch(1);
    section->addWidget(row);
    const auto probe = [section, advice, credentials = &context.credentials] {
        section->setState(Glyph::Preparing, Text::tr("Being asked"));
        inBackground(
            section, [credentials] { return credentials->probe(CancelToken()); },
            [section, advice](CredentialStore::State state) {
                const bool ready = state == CredentialStore::State::Ready;
                const bool absent = state == CredentialStore::State::Absent; // a normal state
                section->setState(ready ? Glyph::Good : absent ? Glyph::LeftOut : Glyph::Warning, toText(state));
                advice->setText(adviceFor(state));
            });
    };
    QObject::connect(again, &QAbstractButton::clicked, section, probe);
    probe();
    return section;
}

SettingsSection *makePythonSection(const AppContext &context)
{
    auto *section = new SettingsSection(u"python"_s, Text::tr("Python"));
    auto *list = new FactList;
    list->setObjectName(u"pythons"_s);
    list->setLabelWidth(420);
    section->addWidget(list);
    section->addWidget(
        helpLine(Text::tr("As the last check of this computer found them. A run says which one it takes; nothing "
                          "is installed unasked.")));
    const QString name = builtinTargetName(context);
    inBackground(
        section, [targets = &context.targets, name] { return targets->find(name); },
        [section, list](const Result<TargetRecord> &target) {
            std::vector<std::pair<QString, QString>> rows;
            if (target && target->lastCheck && target->lastCheck->facts.contains("pythons")) {
                const Json &pythons = target->lastCheck->facts["pythons"];
                for (const Json &python : pythons)
                    rows.emplace_back(stringAt(python, "path"),
                                      stringAt(python, "version", Text::tr("does not answer")));
            }
            list->setFacts(rows);
            const bool checked = target && target->lastCheck;
            section->setState(!checked       ? Glyph::NotBegun
                              : rows.empty() ? Glyph::Warning
                                             : Glyph::Good,
                              checked ? Text::tr("%n found", nullptr, int(rows.size()))
                                      : Text::tr("not looked for yet"));
        });
    return section;
}

SettingsSection *makeKeptSection(const AppContext &context)
{
    auto *section = new SettingsSection(u"kept"_s, Text::tr("Kept data"));
    const QString folder = context.profile.folder();
    auto *path = new CommandBox(folder);
    path->setAccessibleName(Text::tr("Data folder"));
    Button *open = edgeButton(Text::tr("Open"), u"folder"_s);
    open->setObjectName(u"openDataFolder"_s);
    QObject::connect(open, &QAbstractButton::clicked, section,
                     [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    section->addRow(Text::tr("Data folder"), path)->addWidget(open);
    auto *facts = new FactList;
    facts->setLabelWidth(152);
    facts->setFacts({{Text::tr("Targets and runs"), u"workspace.db"_s},
                     {Text::tr("Code, log, outputs"), u"runs/"_s},
                     {Text::tr("Environments"), u"environments/"_s},
                     {Text::tr("Backups"), Text::tr("backups/, one before each change of the database's form")},
                     {Text::tr("This window"), u"ui.json"_s},
                     {Text::tr("Secrets"), Text::tr("in the keychain or in memory, in no file")}});
    section->addWidget(facts);
    section->addWidget(helpLine(Text::tr("Nothing is sent anywhere: no account, no telemetry, no update check.")));
    return section;
}

SettingsSection *makeAboutSection()
{
    auto *section = new SettingsSection(u"about"_s, Text::tr("About Mooring"));
    auto *facts = new FactList;
    facts->setLabelWidth(152);
    facts->setFacts({{Text::tr("Version"), QStringLiteral(MOORING_VERSION)},
                     {Text::tr("Licence"), u"GPL-3.0-or-later"_s},
                     {u"Qt"_s, QString::fromLatin1(qVersion())}});
    section->addWidget(facts);
    return section;
}

} // namespace mooring
