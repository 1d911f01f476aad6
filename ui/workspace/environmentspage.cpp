#include "ui/workspace/environmentspage.h"

#include "core/base/text.h"
#include "core/jobs/background.h"
#include "core/jobs/jobrunner.h"
#include "core/targets/targetservice.h"
#include "ui/context/appcontext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tokens.h"
#include "ui/workspace/targetcheck.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

enum Column { NameColumn, PackagesColumn, SizeColumn, CreatedColumn, UsedColumn, ColumnCount };
constexpr int kKeyRole = Qt::UserRole;

QString timeOrDash(const std::optional<QDateTime> &time) { return time ? humanTime(*time) : u"–"_s; }

QList<QStandardItem *> rowOf(const CachedEnvironment &environment)
{
    QList<QStandardItem *> row;
    for (int column = 0; column < ColumnCount; ++column)
        row << new QStandardItem;
    row[NameColumn]->setText(environmentTitle(environment));
    row[NameColumn]->setData(environment.key, kKeyRole);
    row[NameColumn]->setData(environment.key.left(15), CellRole::SecondLine);
    row[NameColumn]->setData(int(environment.complete ? Glyph::Good : Glyph::NotBegun), CellRole::Glyph);
    row[PackagesColumn]->setText(environment.complete ? QString::number(environment.packages.size())
                                                      : EnvironmentsPage::tr("not finished"));
    row[SizeColumn]->setText(environment.size ? humanSize(*environment.size) : u"–"_s);
    row[CreatedColumn]->setText(timeOrDash(environment.createdAt));
    row[UsedColumn]->setText(timeOrDash(environment.lastUsedAt));
    for (const int column : {PackagesColumn, SizeColumn})
        row[column]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row[NameColumn]->setToolTip(environment.packages.join(u'\n'));
    return row;
}

} // namespace

QString environmentTitle(const CachedEnvironment &environment)
{
    if (environment.from.isEmpty())
        return environment.key.left(15);
    if (environment.python.isEmpty())
        return environment.from;
    return EnvironmentsPage::tr("%1, Python %2", "%1 a file, %2 a version").arg(environment.from, environment.python);
}

EnvironmentsPage::EnvironmentsPage(const AppContext &context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_banner(new Banner),
      m_remove(edgeButton(tr("Remove…"), u"edit-delete"_s)),
      m_table(new TableView(tr("Environments"))),
      m_model(new QStandardItemModel(this)),
      m_stack(new QStackedWidget)
{
    setObjectName(u"environmentsPage"_s);
    header()->setTitle(tr("Environments"));
    header()->setFacts({tr("What runs find installed")});
    m_remove->setObjectName(u"removeEnvironment"_s);
    connect(m_remove, &QAbstractButton::clicked, this, &EnvironmentsPage::askRemove);
    header()->addAction(m_remove, false);
    aboveBody()->addWidget(m_banner);
    setHeaderLine(true);
    makeTable();
    auto *empty =
        new EmptyState(u"environment"_s, tr("No environment yet"),
                       tr("An environment is built once from a requirements.txt or a conda file of yours, and used "
                          "again as long as that content stays the same. Nothing is installed unasked."));
    empty->setCommand(u"mooring run train.py --env requirements.txt --follow"_s);
    m_stack->addWidget(new QWidget); // nothing is said before it is known
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);
    setBody(m_stack);
}

void EnvironmentsPage::makeTable()
{
    m_model->setHorizontalHeaderLabels({tr("Made from"), tr("Packages"), tr("Size"), tr("Built"), tr("Last used")});
    for (const int column : {PackagesColumn, SizeColumn})
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setObjectName(u"environmentTable"_s);
    m_table->setModel(m_model);
    m_table->setRowHeight(48);
    m_table->setEdge(24);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    for (int column = PackagesColumn; column < ColumnCount; ++column)
        m_table->setColumnWidth(column, dp(this, 130));
}

void EnvironmentsPage::read()
{
    if (std::exchange(m_reading, true))
        return;
    const auto list = [targets = &m_context.targets,
                       name = builtinTargetName(m_context)]() -> Result<std::vector<CachedEnvironment>> {
        const Result<std::shared_ptr<RunHost>> host = targets->hostOf(name);
        if (!host)
            return host.error();
        return listEnvironments(**host, true, CancelToken());
    };
    inBackground(this, list, [this](const Result<std::vector<CachedEnvironment>> &found) {
        m_reading = false;
        if (found)
            fill(*found);
        else
            m_banner->tell(Tone::Fail, found.error().text());
    });
}

void EnvironmentsPage::fill(const std::vector<CachedEnvironment> &environments)
{
    const QString key = current() ? current()->key : QString();
    m_environments = environments;
    m_model->removeRows(0, m_model->rowCount());
    for (const CachedEnvironment &environment : environments) {
        m_model->appendRow(rowOf(environment));
        if (environment.key == key)
            m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, NameColumn));
    }
    if (!m_table->currentIndex().isValid() && m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(0, NameColumn));
    header()->showAction(m_remove, !environments.empty());
    m_stack->setCurrentIndex(environments.empty() ? 1 : 2);
    header()->setFacts(
        {tr("What runs find installed"),
         environments.empty() ? tr("none yet") : tr("%n environments", nullptr, int(environments.size()))});
}

const CachedEnvironment *EnvironmentsPage::current() const
{
    const QString key = m_table->currentIndex().siblingAtColumn(NameColumn).data(kKeyRole).toString();
    const auto found = std::find_if(m_environments.begin(), m_environments.end(),
                                    [&](const CachedEnvironment &environment) { return environment.key == key; });
    return found == m_environments.end() ? nullptr : &*found;
}

void EnvironmentsPage::askRemove()
{
    const CachedEnvironment *environment = current();
    if (!environment)
        return;
    const QString name = environmentTitle(*environment);
    auto *dialog = new DecisionDialog(
        tr("Remove the environment?"),
        tr("%1 is deleted from this computer. A run that needs it builds it again.").arg(name), this);
    dialog->setObjectName(u"removeEnvironmentDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addStatement(Glyph::LeftOut, tr("Runs, their logs and their outputs stay as they are."));
    dialog->setDanger(tr("Remove"));
    connect(dialog, &QDialog::accepted, this, [this, key = environment->key, name] { remove(key, name); });
    dialog->open();
}

void EnvironmentsPage::remove(const QString &key, const QString &name)
{
    m_banner->clear();
    const auto work = [targets = &m_context.targets, target = builtinTargetName(m_context),
                       key](JobContext &job) -> Result<> {
        const Result<std::shared_ptr<RunHost>> host = targets->hostOf(target);
        if (!host)
            return host.error();
        return mooring::removeEnvironment(**host, key, job.cancelToken());
    };
    Job *job = m_context.jobs.start(tr("Remove environment %1").arg(name), work);
    connect(job, &Job::finished, this, [this, job] {
        if (job->state() == Job::State::Failed)
            m_banner->tell(Tone::Fail, tr("The environment was not removed."), job->error().text());
        read();
    });
}

} // namespace mooring
