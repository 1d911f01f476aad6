#include "ui/trust/knownmachinespage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "ui/context/appcontext.h"
#include "ui/trust/addmachine.h"
#include "ui/trust/fingerprint.h"
#include "ui/trust/fingerprintbox.h"
#include "ui/trust/knownmachineside.h"
#include "ui/trust/unusedlines.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Column { MachineColumn, KeyColumn, RecordColumn, SeenColumn, RunsColumn, ColumnCount };
constexpr int kNumberRole = Qt::UserRole;
constexpr int kSideFrom = 860; ///< px of page width from which the side column stands beside the table

QList<QStandardItem *> rowOf(const KnownMachine &machine, int number)
{
    const KnownHostRecord &record = machine.host.record;
    QList<QStandardItem *> row;
    for (int column = 0; column < ColumnCount; ++column)
        row << new QStandardItem;
    row[MachineColumn]->setText(machine.name);
    row[MachineColumn]->setData(number, kNumberRole);
    row[MachineColumn]->setData(machine.second.isEmpty() ? machine.state() : machine.second, CellRole::SecondLine);
    row[MachineColumn]->setData(int(machine.glyph), CellRole::Glyph);
    row[MachineColumn]->setData(u"%1, %2, %3"_s.arg(machine.name, machine.state(), machine.second),
                                Qt::AccessibleTextRole);
    if (machine.glyph == Glyph::Failed)
        row[MachineColumn]->setData(int(Ink::Fail), CellRole::SecondInk);
    row[KeyColumn]->setText(shortFingerprint(record.key.fingerprint()));
    row[KeyColumn]->setData(true, CellRole::Mono);
    row[KeyColumn]->setData(keyTypeText(record.key.type), CellRole::SecondLine);
    row[RecordColumn]->setText(machine.file());
    row[RecordColumn]->setData(machine.host.own ? KnownMachinesPage::tr("trusted by you")
                                                : KnownMachinesPage::tr("line %1").arg(record.line),
                               CellRole::SecondLine);
    row[SeenColumn]->setText(machine.host.firstSeen ? humanTime(*machine.host.firstSeen)
                                                    : KnownMachinesPage::tr("not known"));
    row[SeenColumn]->setData(int(Ink::Text2), CellRole::Ink);
    row[RunsColumn]->setText(humanCount(machine.runs));
    row[RunsColumn]->setData(int(Qt::AlignRight), Qt::TextAlignmentRole);
    return row;
}

} // namespace

KnownMachinesPage::KnownMachinesPage(const AppContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_banner(new Banner)
{
    setObjectName(u"knownMachinesPage"_s);
    header()->setTitle(tr("Known machines"));
    header()->setIcon(u"known-hosts"_s);
    Button *again = edgeButton(tr("Read again"), u"view-refresh"_s);
    again->setObjectName(u"readAgain"_s);
    again->setToolTip(tr("Read again (F5)"));
    connect(again, &QAbstractButton::clicked, this, &KnownMachinesPage::read);
    header()->addAction(again);
    Button *add = edgeButton(tr("Add…"), u"list-add"_s);
    add->setObjectName(u"addMachineAct"_s);
    header()->addAction(add);
    m_add = new AddMachine(context);
    connect(add, &QAbstractButton::clicked, this, [this] {
        m_places->setCurrentIndex(1);
        m_add->begin();
    });
    connect(m_add, &AddMachine::added, this, &KnownMachinesPage::showAdded);
    connect(m_add, &AddMachine::closed, this, [this] {
        m_places->setCurrentIndex(0);
        m_table->setFocus(Qt::OtherFocusReason);
    });
    aboveBody()->addWidget(m_banner);
    setHeaderLine(true);
    setBody(makeBody());
}

QWidget *KnownMachinesPage::makeBody()
{
    m_search = new SearchField(tr("Find a machine, address or fingerprint"));
    m_search->setObjectName(u"findMachine"_s);
    m_search->setAccessibleName(tr("Find a machine, address or fingerprint"));
    m_search->setMaximumWidth(dp(this, 320));
    m_whose = new SegmentedControl(tr("Whose records"));
    m_whose->setObjectName(u"whose"_s);
    m_whose->addChoice(u"all"_s, tr("All"));
    m_whose->addChoice(u"yours"_s, tr("Yours"));
    m_whose->addChoice(u"mooring"_s, tr("Mooring's"));
    m_whose->addChoice(u"system"_s, tr("System's"));
    connect(m_search, &QLineEdit::textChanged, this, &KnownMachinesPage::fill);
    connect(m_whose, &SegmentedControl::chosen, this, &KnownMachinesPage::fill);
    auto *filter = new QHBoxLayout;
    filter->setContentsMargins(dp(this, 12), 0, dp(this, 12), dp(this, 8));
    filter->setSpacing(dp(this, 8));
    filter->addWidget(m_search, 1);
    filter->addWidget(m_whose);
    filter->addStretch(1);
    makeTable();
    m_empty = new EmptyState(u"known-hosts"_s, {}, {});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_unused = new UnusedLines;
    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(dp(this, 12), dp(this, 4), dp(this, 12), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addLayout(filter);
    column->addWidget(m_stack, 1);
    column->addWidget(m_unused);
    m_side = new KnownMachineSide;
    connect(m_side, &KnownMachineSide::removeWanted, this, &KnownMachinesPage::askRemove);
    connect(m_side, &KnownMachineSide::targetWanted, this, [this](const QString &target) {
        m_context.navigator.go(u"target/"_s + QString::fromLatin1(QUrl::toPercentEncoding(target)));
    });
    connect(m_side, &KnownMachineSide::runWanted, this,
            [this](const QString &run) { m_context.navigator.go(u"run/"_s + run); });
    m_sideColumn = sideColumn(m_side, 352);
    m_side->setMachine(nullptr); // nothing is known before the first read
    auto *body = new QWidget;
    auto *across = new QHBoxLayout(body);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    m_places = new QStackedWidget;
    m_places->addWidget(main);
    m_places->addWidget(makeAdding());
    across->addWidget(m_places, 1);
    across->addWidget(m_sideColumn);
    return body;
}

/// In place of the list: the card of a key is as high as a small window.
QWidget *KnownMachinesPage::makeAdding()
{
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 16));
    column->addWidget(m_add);
    column->addStretch(1);
    return scrolling(place);
}

void KnownMachinesPage::makeTable()
{
    m_table = new TableView(tr("Known machines"));
    m_table->setObjectName(u"machineTable"_s);
    m_model = new QStandardItemModel(this);
    m_model->setHorizontalHeaderLabels({tr("Machine"), tr("Key"), tr("Record"), tr("First seen"), tr("Runs")});
    m_model->horizontalHeaderItem(RunsColumn)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setModel(m_model);
    m_table->setRowHeight(48);
    m_table->setEdge(12);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(MachineColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(KeyColumn, dp(this, 160));
    m_table->setColumnWidth(RecordColumn, dp(this, 192));
    m_table->setColumnWidth(SeenColumn, dp(this, 104));
    m_table->setColumnWidth(RunsColumn, dp(this, 64));
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KnownMachinesPage::showCurrent);
}

void KnownMachinesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_sideColumn->setVisible(width() >= dp(this, kSideFrom));
    m_table->setColumnHidden(SeenColumn, width() < dp(this, 640));
    m_table->setColumnHidden(RunsColumn, width() < dp(this, 640));
}

bool KnownMachinesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete) {
            askRemove();
            return true;
        }
        if (key->matches(QKeySequence::Copy) && current()) {
            m_side->fingerprint()->copy();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void KnownMachinesPage::read()
{
    const auto look = [trust = &m_context.trust, targets = &m_context.targets, workspace = &m_context.workspace] {
        return readKnownMachines(*trust, *targets, *workspace);
    };
    inBackground(this, look, [this](const KnownMachines &found) { show(found); });
}

void KnownMachinesPage::show(const KnownMachines &found)
{
    m_read = found;
    if (m_read.problem.isEmpty())
        m_banner->clear();
    else
        m_banner->tell(Tone::Fail, m_read.problem);
    const auto &all = m_read.machines;
    const int keys = int(std::count_if(all.begin(), all.end(), [](const KnownMachine &m) { return m.isUsed(); }));
    header()->setFacts({tr("%n keys", nullptr, keys), tr("%n files read", nullptr, m_read.files),
                        tr("only Mooring's own is written")});
    fill();
    m_unused->setMachines(all);
}

bool KnownMachinesPage::fits(const KnownMachine &machine) const
{
    const QString whose = m_whose->current();
    if ((whose == u"mooring" && !machine.host.own) || (whose == u"system" && !machine.isSystem()) ||
        (whose == u"yours" && (machine.host.own || machine.isSystem())))
        return false;
    const QString wanted = m_search->text().trimmed();
    if (wanted.isEmpty())
        return true;
    const KnownHostRecord &record = machine.host.record;
    for (const QString &text : {machine.name, record.hosts, record.key.fingerprint(), record.file, record.comment}) {
        if (text.contains(wanted, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

void KnownMachinesPage::fill()
{
    const KnownMachine *kept = current();
    const QString fingerprint = kept ? kept->host.record.key.fingerprint() + kept->name : QString();
    const QString wanted = std::exchange(m_wanted, {});
    m_model->removeRows(0, m_model->rowCount());
    for (size_t i = 0; i < m_read.machines.size(); ++i) {
        const KnownMachine &machine = m_read.machines[i];
        if (!machine.isUsed() || !fits(machine))
            continue;
        m_model->appendRow(rowOf(machine, int(i)));
        const QString shown = machine.host.record.key.fingerprint();
        if (wanted.isEmpty() ? shown + machine.name == fingerprint : shown == wanted)
            m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    }
    const bool any = m_model->rowCount() > 0;
    if (any && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    const bool none = std::none_of(m_read.machines.begin(), m_read.machines.end(),
                                   [](const KnownMachine &machine) { return machine.isUsed(); });
    m_empty->setTexts(none ? tr("No machine is known yet") : tr("No record fits"),
                      none ? tr("A machine comes here when you trust its key, or when your known_hosts files name it.")
                           : tr("Another word, or All, shows the others."));
    m_stack->setCurrentIndex(any ? 0 : 1);
    showCurrent();
}

void KnownMachinesPage::showAdded(const QString &fingerprint)
{
    m_search->clear();
    m_wanted = fingerprint;
    read();
}

const KnownMachine *KnownMachinesPage::current() const
{
    const QVariant number = m_table->currentIndex().siblingAtColumn(MachineColumn).data(kNumberRole);
    return number.isValid() && size_t(number.toInt()) < m_read.machines.size()
               ? &m_read.machines[size_t(number.toInt())]
               : nullptr;
}

void KnownMachinesPage::showCurrent() { m_side->setMachine(current()); }

void KnownMachinesPage::askRemove()
{
    const KnownMachine *machine = current();
    if (!machine || !machine->host.own)
        return;
    auto *dialog = new DecisionDialog(tr("Forget the key of %1", "a machine").arg(machine->name),
                                      tr("Mooring removes its own record of this key. The next connection to the "
                                         "machine asks whether its key is to be trusted."),
                                      this);
    dialog->setObjectName(u"forgetKeyDialog"_s);
    for (const QString &target : machine->targets)
        dialog->addStatement(Glyph::Warning, tr("%1 cannot be reached until then.", "a target").arg(target));
    dialog->addStatement(Glyph::LeftOut, tr("Your own known_hosts files are not touched."));
    dialog->setDanger(tr("Forget"));
    connect(dialog, &QDialog::accepted, this, [this, chosen = *machine] { remove(chosen); });
    dialog->open();
}

void KnownMachinesPage::remove(const KnownMachine &machine)
{
    const auto act = [trust = &m_context.trust, record = machine.host.record] {
        const auto [host, port] = hostAndPort(record.hosts.section(u',', 0, 0));
        return trust->remove(host, port, record.key.fingerprint());
    };
    inBackground(this, act, [this](const Result<int> &removed) {
        read();
        if (!removed)
            m_banner->tell(Tone::Fail, removed.error().text());
    });
}

} // namespace mooring
