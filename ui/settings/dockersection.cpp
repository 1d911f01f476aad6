#include "ui/settings/dockersection.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/transport/docker/dockerchoice.h"
#include "core/transport/docker/dockersurvey.h"
#include "ui/context/appcontext.h"
#include "ui/settings/dockertriesmodel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>
#include <QSignalBlocker>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mooring {

namespace {

constexpr auto kLimit = 3s;
constexpr int kRow = 44;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(mooring::SettingsPage)
};

/// The controls of the section, and what they do. Lives with the section.
class DockerControls : public QObject
{
public:
    DockerControls(const AppContext &context, SettingsSection *section);
    ~DockerControls() override { m_cancel.cancel(); }

private:
    void addTable();
    void addAddress();
    void addPlain();
    void look();
    void show();
    void showState();
    void fitTable();
    void choose(const DockerChoice::Value &value);
    void keep(const DockerChoice::Value &value);
    void write();
    /// The address that would need TLS and has none, as far as it was looked for.
    QString plainAddress() const;

    DockerChoice &m_choice;
    UiSettings &m_settings;
    SettingsSection *m_section;
    TableView *m_table;
    DockerTriesModel *m_tries;
    Button *m_use;
    QLineEdit *m_address;
    Button *m_default;
    QCheckBox *m_plain;
    TextLabel *m_advice;
    DockerChoice::Value m_value;
    QDateTime m_lookedAt;
    QTimer m_age;
    bool m_isLooking = false, m_isWriting = false;
    int m_changes = 0; ///< of the value by the person: what was looked up before one is out of date
    CancelToken m_cancel;
};

DockerControls::DockerControls(const AppContext &context, SettingsSection *section)
    : QObject(section),
      m_choice(context.docker),
      m_settings(context.settings),
      m_section(section),
      m_table(new TableView(Text::tr("Where Docker is looked for"))),
      m_tries(new DockerTriesModel(this)),
      m_use(edgeButton(Text::tr("Always use this one"))),
      m_address(textField(360, Text::tr("the first that is named"))),
      m_default(linkButton(Text::tr("Default"))),
      m_plain(new QCheckBox(Text::tr("Allow tcp without TLS"))),
      m_advice(paragraph({}))
{
    Button *again = edgeButton(Text::tr("Look again"), u"view-refresh"_s);
    again->setObjectName(u"lookForDocker"_s);
    connect(again, &QAbstractButton::clicked, this, &DockerControls::look);
    section->addHeadAction(again);
    addTable();
    addAddress();
    addPlain();
    m_advice->setObjectName(u"dockerAdvice"_s);
    section->addWidget(m_advice);
    section->setReset([this] { choose({}); });
    m_age.setInterval(1000);
    connect(&m_age, &QTimer::timeout, this, &DockerControls::showState);
    look();
}

void DockerControls::addTable()
{
    m_table->setObjectName(u"dockerTries"_s);
    m_table->setModel(m_tries);
    m_table->setRowHeight(kRow);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_section->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DockerControls::show);
    const auto useIt = [this] {
        const DockerTry *each = m_tries->tryAt(m_table->currentIndex().row());
        if (each && !each->address.isEmpty())
            choose({each->address, m_value.plainTcp});
    };
    connect(m_table, &QAbstractItemView::activated, this, useIt);
    connect(m_use, &QAbstractButton::clicked, this, useIt);
    fitTable();
}

void DockerControls::addAddress()
{
    m_address->setObjectName(u"dockerAddress"_s);
    m_use->setObjectName(u"useDocker"_s);
    m_default->setObjectName(u"dockerDefault"_s);
    m_default->setAccessibleDescription(Text::tr("Use always"));
    QSizePolicy policy = m_default->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // its coming and going moves nothing
    m_default->setSizePolicy(policy);
    QHBoxLayout *row = m_section->addRow(Text::tr("Use always"), m_address);
    m_address->setAccessibleName(Text::tr("Use always"));
    row->insertWidget(2, m_use);
    row->addWidget(m_default);
    connect(m_address, &QLineEdit::editingFinished, this, [this] {
        choose({m_address->text().trimmed(), m_value.plainTcp});
    });
    connect(m_default, &QAbstractButton::clicked, this, [this] { choose({}); });
}

void DockerControls::addPlain()
{
    m_plain->setObjectName(u"dockerPlainTcp"_s);
    m_section->addRow({}, m_plain, Text::tr("Whoever can reach such an address rules the machine."));
    connect(m_plain, &QCheckBox::clicked, this, [this](bool on) {
        choose({m_value.address, on ? plainAddress() : QString()});
    });
}

QString DockerControls::plainAddress() const
{
    if (!m_value.plainTcp.isEmpty())
        return m_value.plainTcp;
    for (int row = 0; row < m_tries->rowCount(); ++row) {
        if (const QString address = m_tries->tryAt(row)->address; address.startsWith(u"tcp://"))
            return address;
    }
    return {};
}

void DockerControls::look()
{
    if (m_isLooking || m_isWriting) // either looks again at its end if it must
        return;
    m_isLooking = true;
    showState();
    struct Seen
    {
        DockerChoice::Value value;
        QString forced;
        std::vector<DockerTry> tries;
    };
    inBackground(
        this,
        [choice = &m_choice, cancel = m_cancel] {
            return Seen{choice->value(), choice->forced(), surveyDocker(choice->search(), kLimit, cancel)};
        },
        [this, changes = m_changes](const Seen &seen) {
            m_isLooking = false;
            if (changes != m_changes)
                return look();
            m_value = seen.value;
            m_lookedAt = QDateTime::currentDateTime();
            m_tries->setTries(seen.tries);
            for (int row = 0; row < int(seen.tries.size()); ++row) {
                if (seen.tries[size_t(row)].outcome == DockerTry::Outcome::Used)
                    m_table->selectRow(row);
            }
            const DockerTry *counting = countingTry(seen.tries);
            m_advice->setText(
                !seen.forced.isEmpty()
                    ? Text::tr("MOORING_DOCKER_HOST of this session comes before this setting: %1").arg(seen.forced)
                : counting && counting->outcome == DockerTry::Outcome::Failed ? counting->fix
                                                                              : QString());
            m_advice->setVisible(!m_advice->text().isEmpty());
            fitTable();
            show();
            m_age.start();
        });
}

void DockerControls::fitTable()
{
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + m_tries->rowCount() * dp(m_table, kRow) +
                            2);
}

void DockerControls::show()
{
    const QSignalBlocker quiet(m_address);
    if (!m_address->hasFocus() || m_address->text().trimmed().isEmpty())
        m_address->setText(m_value.address);
    m_default->setVisible(m_value != DockerChoice::Value());
    const DockerTry *each = m_tries->tryAt(m_table->currentIndex().row());
    m_use->setEnabled(each && !each->address.isEmpty() && each->address != m_value.address);
    m_plain->setChecked(!m_value.plainTcp.isEmpty());
    m_plain->setEnabled(!plainAddress().isEmpty());
    showState();
}

void DockerControls::showState()
{
    if (m_isLooking)
        return m_section->setState(Glyph::Preparing, Text::tr("Being looked for"));
    std::vector<DockerTry> all;
    for (int row = 0; row < m_tries->rowCount(); ++row)
        all.push_back(*m_tries->tryAt(row));
    const DockerTry *counting = countingTry(all);
    const QString age = humanDuration(m_lookedAt.secsTo(QDateTime::currentDateTime()) * 1000);
    if (!counting || counting->outcome != DockerTry::Outcome::Used)
        return m_section->setState(Glyph::Warning, Text::tr("No engine, looked for %1 ago").arg(age));
    m_section->setState(
        Glyph::Good, Text::tr("%1, looked for %2 ago", "an engine, a duration").arg(engineWords(counting->words), age));
}

void DockerControls::choose(const DockerChoice::Value &value)
{
    if (value == m_value)
        return;
    m_settings.rememberUndo([here = QPointer(this), before = m_value] {
        if (here)
            here->keep(before);
    });
    keep(value);
}

void DockerControls::keep(const DockerChoice::Value &value)
{
    m_value = value;
    ++m_changes;
    m_address->setText(value.address);
    show();
    write();
}

/// One at a time, so that the last choice is the one that stays.
void DockerControls::write()
{
    if (m_isWriting)
        return;
    m_isWriting = true;
    inBackground(
        this, [choice = &m_choice, value = m_value] { return choice->choose(value); },
        [this, changes = m_changes](const Result<> &kept) {
            m_isWriting = false;
            if (changes != m_changes)
                return write();
            if (!kept) {
                m_advice->setText(kept.error().text());
                m_advice->show();
            }
            look();
        });
}

} // namespace

SettingsSection *makeDockerSection(const AppContext &context)
{
    auto *section = new SettingsSection(u"docker"_s, Text::tr("Docker"));
    new DockerControls(context, section);
    return section;
}

} // namespace mooring
