#include "ui/azure/practice/practicepage.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/workspace/profile.h"
#include "ui/azure/practice/faultlist.h"
#include "ui/azure/practice/practiceacts.h"
#include "ui/context/appcontext.h"
#include "ui/context/openworkspace.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSideFrom = 700; ///< px of width under which the services go away: the faults are what one acts on

} // namespace

PracticePage::PracticePage(const AppContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_watch(context.profile.folder()), m_banner(new Banner)
{
    setObjectName(u"practicePage"_s);
    makeHeader();
    aboveBody()->addWidget(m_banner);
    setHeaderLine(true);
    m_on = new QWidget;
    auto *row = new QHBoxLayout(m_on);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeFaults(), 1);
    m_side = makeSide();
    row->addWidget(m_side);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_on, 1);
    column->addWidget(makeOff(), 1);
    setBody(body);
    connect(&m_watch, &PracticeWatch::changed, this, &PracticePage::showState);
    connect(&context.openWorkspace, &OpenWorkspace::contentChanged, &m_watch, &PracticeWatch::look);
    showState();
}

void PracticePage::makeHeader()
{
    header()->setTitle(tr("Practice lab"));
    header()->setIcon(u"beaker"_s);
    m_open = edgeButton(tr("Open a workspace of it…"), u"cloud"_s);
    m_open->setObjectName(u"openPracticeWorkspace"_s);
    connect(m_open, &QAbstractButton::clicked, this,
            [this] { m_context.navigator.go(u"open-workspace?cloud=practice"_s); });
    m_copy = edgeButton(tr("Copy for a terminal"), u"edit-copy"_s);
    m_copy->setObjectName(u"copyPractice"_s);
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QStringList words{u"mooring"_s, u"practice"_s, u"start"_s};
        for (const QString &fault : m_watch.state().faultTexts())
            words << u"--fault"_s << fault;
        QGuiApplication::clipboard()->setText(shellCommand(words));
    });
    m_leave = edgeButton(tr("Leave practice"), u"media-playback-stop"_s);
    m_leave->setObjectName(u"leavePracticePage"_s);
    connect(m_leave, &QAbstractButton::clicked, this, &PracticePage::leave);
    for (Button *button : {m_open, m_copy, m_leave})
        header()->addAction(button, false);
}

QWidget *PracticePage::makeFaults()
{
    auto *faults = new QWidget;
    auto *column = new QVBoxLayout(faults);
    column->setContentsMargins(dp(this, 24), dp(this, 12), dp(this, 24), dp(this, 16));
    column->setSpacing(dp(this, 4));
    auto *top = new QHBoxLayout;
    top->setSpacing(dp(this, 16));
    m_find = new SearchField(tr("Find a fault"));
    m_find->setObjectName(u"findFault"_s);
    m_find->setAccessibleName(tr("Find a fault"));
    m_find->setMaximumWidth(dp(this, 232));
    top->addWidget(m_find, 1);
    TextLabel *note = helpLine(tr("Faults change at once and end with the lab."));
    note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    top->addWidget(note, 1);
    column->addLayout(top);
    m_faults = new FaultList;
    m_noFault = paragraph(tr("No fault has these words."));
    m_noFault->setObjectName(u"noFault"_s);
    m_noFault->hide();
    column->addWidget(m_noFault);
    column->addWidget(m_faults);
    column->addStretch(1);
    connect(m_find, &QLineEdit::textChanged, this,
            [this](const QString &words) { m_noFault->setVisible(m_faults->setFilter(words) == 0); });
    connect(m_faults, &FaultList::edited, this, &PracticePage::applyFaults);
    return scrolling(faults);
}

QWidget *PracticePage::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 8));
    auto *head = new QHBoxLayout;
    head->addWidget(sectionTitle(tr("Services")), 1);
    head->addWidget(new TextLabel(tr("port, requests"), Type::Small, Ink::Text2));
    column->addLayout(head);
    m_services = new FactList;
    m_services->setObjectName(u"practiceServices"_s);
    m_services->setLabelWidth(200);
    column->addWidget(m_services);
    column->addWidget(helpLine(tr("They answer on this computer only, and nobody else's clients are needed: az and the "
                                  "SDKs of Azure take them too. “Copy for a terminal” starts the same lab there.")));
    column->addStretch(1);
    return sideColumn(side, 352, SideGround::Note);
}

QWidget *PracticePage::makeOff()
{
    m_off = new EmptyState(u"beaker"_s, tr("The practice lab does not run."),
                           tr("It plays Azure on this computer, with the same pages and commands and nothing real "
                              "behind them: no account, no network, no cost. What you sign in to, attach and run there "
                              "is gone when you leave."));
    m_off->setObjectName(u"practiceOff"_s);
    m_start = filledButton(tr("Start the practice lab"), u"beaker"_s);
    m_start->setObjectName(u"startPractice"_s);
    connect(m_start, &QAbstractButton::clicked, this, &PracticePage::start);
    m_off->addAction(m_start);
    m_off->setCommand(u"mooring practice start"_s);
    return m_off;
}

void PracticePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_side->setVisible(width() >= dp(this, kSideFrom));
}

void PracticePage::start()
{
    m_banner->clear();
    m_start->setEnabled(false);
    startPractice(m_context, this, [this](const std::optional<Error> &error) {
        m_start->setEnabled(true);
        if (error)
            showError(tr("The practice lab was not started."), *error);
        m_context.openWorkspace.noteChange();
        m_watch.look();
    });
}

void PracticePage::leave()
{
    m_leave->setEnabled(false);
    leavePractice(m_context, this, [this](const std::optional<Error> &error) {
        m_leave->setEnabled(true);
        if (error)
            showError(tr("The practice lab was not left."), *error);
        m_context.openWorkspace.noteChange();
        m_watch.look();
    });
}

void PracticePage::applyFaults()
{
    if (m_choosing) {
        m_chooseAgain = true;
        return;
    }
    m_choosing = true;
    chooseFaults(m_context, m_faults->chosen(), this, [this](const std::optional<Error> &error) {
        m_choosing = false;
        if (std::exchange(m_chooseAgain, false))
            return applyFaults();
        if (error)
            showError(tr("The faults were not changed."), *error);
        m_watch.look();
        showState();
    });
}

void PracticePage::showError(const QString &title, const Error &error)
{
    m_banner->tell(Tone::Fail, title, error.text());
}

void PracticePage::showState()
{
    const PracticeState &state = m_watch.state();
    const int on = int(state.faults.size());
    m_on->setVisible(state.isRunning);
    m_off->setVisible(!state.isRunning);
    for (Button *button : {m_open, m_copy, m_leave})
        header()->showAction(button, state.isRunning);
    if (!state.isRunning) {
        header()->setBadge(Glyph::Stopped, tr("Not running"));
        header()->setFacts({tr("Azure, played on this computer")});
    } else {
        header()->setBadge(Glyph::Serving, on ? tr("Running, %n faults on", nullptr, on) : tr("Running"));
        QStringList facts{tr("%n pretend services", nullptr, int(state.services.size())), tr("only this computer")};
        if (state.startedAt)
            facts << tr("since %1", "a time").arg(humanTime(*state.startedAt));
        facts << tr("%n requests", nullptr, int(state.requests()));
        header()->setFacts(facts);
    }
    std::vector<std::pair<QString, QString>> services;
    for (const PracticeState::Service &service : state.services)
        services.emplace_back(service.title, u"%1, %2"_s.arg(service.port).arg(humanCount(service.requests)));
    m_services->setFacts(services);
    if (!m_choosing)
        m_faults->setState(state);
}

} // namespace mooring
