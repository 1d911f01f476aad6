#include "ui/inference/latencypanel.h"

#include "core/base/text.h"
#include "ui/inference/latencychart.h"
#include "ui/inference/loadrun.h"
#include "ui/widgets/button.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSteadyRate = 100, kAtOnce = 8;
constexpr int kMostAtOnce = 512; ///< as parseLoad()

QString none() { return u"–"_s; }

QSpinBox *numberField(int value, int most, const QString &name, const char *objectName)
{
    auto *field = new QSpinBox;
    field->setRange(1, most);
    field->setValue(value);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setAccessibleName(name);
    field->setObjectName(QLatin1String(objectName));
    field->setFixedWidth(dp(field, 56));
    return field;
}

} // namespace

LatencyPanel::LatencyPanel(const AppContext &context, std::shared_ptr<EndpointBench> bench, const QString &endpoint,
                           QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_bench(std::move(bench)),
      m_endpoint(endpoint),
      m_what(new TextLabel({}, Type::Small, Ink::Text2)),
      m_chart(new LatencyChart),
      m_unit(helpLine({})),
      m_problem(helpLine({})),
      m_facts(new FactList)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeResult());
    column->addWidget(new Separator);
    m_facts->setObjectName(u"loadFacts"_s);
    m_facts->setLabelWidth(120);
    m_facts->setContentsMargins(dp(this, 16), dp(this, 8), dp(this, 16), dp(this, 8));
    column->addWidget(m_facts);
    column->addWidget(new Separator);
    column->addWidget(makeSettings());
    column->addStretch(1);
    if (LoadRun *before = LoadRun::newest(context, *m_bench, endpoint))
        follow(before);
    showRun();
}

QWidget *LatencyPanel::makeResult()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 12));
    column->setSpacing(dp(this, 8));
    auto *head = new QHBoxLayout;
    head->addWidget(sectionTitle(tr("Latency")), 1);
    head->addWidget(m_what);
    column->addLayout(head);
    m_what->setObjectName(u"loadWhat"_s);
    m_chart->setObjectName(u"latencyChart"_s);
    m_problem->setObjectName(u"loadProblem"_s);
    m_problem->setInk(Ink::Fail);
    m_problem->hide();
    column->addWidget(m_chart);
    column->addWidget(makePercentiles());
    column->addWidget(m_unit);
    column->addWidget(m_problem);
    return part;
}

QWidget *LatencyPanel::makePercentiles()
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(dp(this, 4));
    grid->setVerticalSpacing(0);
    int place = 0;
    for (const QString &name : {u"min"_s, u"p50"_s, u"p90"_s, u"p99"_s, u"p99.9"_s, u"max"_s}) {
        const bool main = name == u"p50" || name == u"p99";
        auto *value = new TextLabel(none(), main ? Type::Section : Type::Body);
        value->setObjectName(u"latency-"_s + name);
        const Qt::Alignment side = (place == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        grid->addWidget(new TextLabel(name, Type::Small, Ink::Text2), 0, place, side);
        grid->addWidget(value, 1, place, side);
        grid->setColumnStretch(place, 1);
        m_percentiles.push_back(value);
        ++place;
    }
    return table;
}

QWidget *LatencyPanel::makeSettings()
{
    m_mode = new SegmentedControl(tr("How requests come"));
    m_mode->setObjectName(u"loadMode"_s);
    m_mode->addChoice(u"open"_s, tr("Open loop"));
    m_mode->addChoice(u"closed"_s, tr("Closed loop"));
    m_amount = numberField(kSteadyRate, 100'000, tr("Requests a second"), "loadAmount");
    m_seconds = numberField(10, 86'400, tr("Seconds"), "loadSeconds");
    m_amountUnit = new TextLabel(tr("per s for", "requests"), Type::Body, Ink::Text2);
    m_measure = edgeButton(tr("Measure"));
    m_measure->setObjectName(u"measure"_s);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(dp(this, 16), dp(this, 12), dp(this, 16), dp(this, 16));
    column->setSpacing(dp(this, 8));
    column->addWidget(sectionTitle(tr("Measure")));
    column->addWidget(m_mode);
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 8));
    row->addWidget(m_amount);
    row->addWidget(m_amountUnit);
    row->addWidget(m_seconds);
    row->addWidget(new TextLabel(tr("s", "seconds, behind a field"), Type::Body, Ink::Text2));
    row->addStretch(1);
    row->addWidget(m_measure);
    column->addLayout(row);
    connect(m_measure, &QAbstractButton::clicked, this, &LatencyPanel::press);
    connect(m_mode, &SegmentedControl::chosen, this, [this](const QString &mode) {
        const bool open = mode == u"open";
        m_amount->setMaximum(open ? 100'000 : kMostAtOnce);
        m_amount->setValue(open ? kSteadyRate : kAtOnce);
        m_amount->setAccessibleName(open ? tr("Requests a second") : tr("Requests at once"));
        m_amountUnit->setText(open ? tr("per s for", "requests") : tr("at once for", "requests"));
    });
    return part;
}

bool LatencyPanel::isMeasuring() const { return m_run && m_run->goesOn(); }

void LatencyPanel::press()
{
    if (isMeasuring())
        m_run->cancel();
    else
        Q_EMIT measureWanted();
}

void LatencyPanel::measure(const ScoringRequest &request, int version)
{
    LoadSettings settings;
    settings.mode = m_mode->current() == u"open" ? LoadSettings::Mode::Open : LoadSettings::Mode::Closed;
    settings.request = request;
    settings.connections = m_amount->value();
    settings.rate = m_amount->value();
    settings.duration = std::chrono::seconds(m_seconds->value());
    m_peak.reset();
    follow(LoadRun::start(m_context, m_bench, m_endpoint, version, settings));
    showRun();
}

void LatencyPanel::follow(LoadRun *run)
{
    m_run = run;
    connect(run, &LoadRun::changed, this, &LatencyPanel::showRun);
}

void LatencyPanel::setColdStart(const std::optional<qint64> &ms)
{
    m_coldStart = ms;
    showFacts();
}

void LatencyPanel::setUsage(const InstanceUsage &usage)
{
    if (!isMeasuring())
        return;
    if (!m_peak)
        m_peak = usage;
    m_peak->cpuPercent = std::max(m_peak->cpuPercent, usage.cpuPercent);
    m_peak->memory = std::max(m_peak->memory, usage.memory);
    showFacts();
}

void LatencyPanel::setRefusal(const QString &reason)
{
    m_refusal = reason;
    m_measure->setEnabled(isMeasuring() || reason.isEmpty());
    m_measure->setToolTip(reason);
}

void LatencyPanel::showRun()
{
    const bool goesOn = isMeasuring();
    m_measure->setText(goesOn ? tr("Stop", "a measurement") : tr("Measure"));
    m_measure->setIconName(goesOn ? u"media-playback-stop"_s : QString());
    setRefusal(m_refusal);
    const LatencyHistogram latency = m_run && m_run->report() ? m_run->report()->latency : LatencyHistogram();
    m_chart->setHistogram(latency);
    const double percents[] = {0, 50, 90, 99, 99.9, 100};
    for (size_t i = 0; i < m_percentiles.size(); ++i)
        m_percentiles[i]->setText(latency.count() > 0 ? latencyText(double(latency.percentile(percents[i])) / 1e6)
                                                      : none());
    const bool open = !m_run || m_run->settings().mode == LoadSettings::Mode::Open;
    m_unit->setText(open ? tr("milliseconds, from when each request was due")
                         : tr("milliseconds, from when each request was sent"));
    const QString seconds = m_run ? QString::number(m_run->settings().duration.count() / 1000) : QString();
    m_what->setText(
        !m_run ? tr("not measured yet")
        : open ? tr("open loop, %1/s, %2 s").arg(QString::number(m_run->settings().rate, 'g', 6), seconds)
               : tr("closed loop, %1 at once, %2 s").arg(QString::number(m_run->settings().connections), seconds));
    m_problem->setText(m_run && m_run->error() ? m_run->error()->text() : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    showFacts();
}

void LatencyPanel::showFacts()
{
    const LoadReport *report = m_run && m_run->report() ? &*m_run->report() : nullptr;
    auto facts = [&]() -> std::vector<std::pair<QString, QString>> {
        if (!report)
            return {{tr("Requests"), none()},
                    {tr("Errors"), none()},
                    {tr("Rate reached"), none()},
                    {tr("Saturated"), none()}};
        const QString count = humanCount(report->requests);
        return {{tr("Requests"), report->errors == 0 ? tr("%1, all answered", "requests").arg(count) : count},
                {tr("Errors"),
                 report->timeouts > 0
                     ? tr("%1, of them %2 too late").arg(humanCount(report->errors), humanCount(report->timeouts))
                     : humanCount(report->errors)},
                {tr("Rate reached"), tr("%1 per second").arg(report->perSecond, 0, 'f', 1)},
                {tr("Saturated"), report->saturated                          ? tr("yes, it does not keep up")
                                  : report->mode == LoadSettings::Mode::Open ? tr("no")
                                                                             : tr("not told by a closed loop")}};
    }();
    if (m_run && m_run->result())
        facts.emplace_back(tr("First request"),
                           tr("%1, kept apart").arg(humanDuration(qint64(m_run->result()->firstMs))));
    facts.emplace_back(tr("Cold start"), m_coldStart ? tr("%1, kept apart").arg(humanDuration(*m_coldStart)) : none());
    if (m_peak) {
        facts.emplace_back(tr("CPU at most"), tr("%1 % of a core").arg(m_peak->cpuPercent, 0, 'f', 0));
        facts.emplace_back(tr("Memory at most"), humanSize(m_peak->memory));
    }
    m_facts->setFacts(facts);
    if (report && report->errors > 0)
        m_facts->setFact(tr("Errors"), facts[1].second, Ink::Fail);
    if (report && report->saturated)
        m_facts->setFact(tr("Saturated"), facts[3].second, Ink::Warn);
}

} // namespace mooring
