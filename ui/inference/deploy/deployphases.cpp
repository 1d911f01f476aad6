#include "ui/inference/deploy/deployphases.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kEnough = 3;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(mooring::DeployPhases)
};

QString phaseName(int phase, bool isDocker, bool isCloud)
{
    switch (DeployWatch::Phase(phase)) {
    case DeployWatch::Phase::Context:
        return isDocker ? Text::tr("Context") : Text::tr("Code");
    case DeployWatch::Phase::Build:
        return isCloud ? Text::tr("Package") : isDocker ? Text::tr("Build") : Text::tr("Environment");
    case DeployWatch::Phase::Start:
        return isCloud ? Text::tr("Container group") : Text::tr("Start");
    case DeployWatch::Phase::Healthy:
        break;
    }
    return Text::tr("Healthy");
}

/// "0.8 s" below a minute, then "11:41": no word, so that a running number keeps its place.
QString clockText(qint64 ms)
{
    if (ms < 60000)
        return humanDuration(ms);
    return u"%1:%2"_s.arg(ms / 60000).arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'));
}

qint64 median(std::vector<qint64> values)
{
    if (values.size() < kEnough)
        return -1;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

QString noteOf(const DeployFeed &feed, int phase)
{
    const DeployFeed::State &state = feed.state();
    switch (DeployWatch::Phase(phase)) {
    case DeployWatch::Phase::Context:
        return state.place.codeFiles > 0 ? Text::tr("%n file(s), %1", nullptr, int(state.place.codeFiles))
                                               .arg(humanSize(state.place.codeSize))
                                         : QString();
    case DeployWatch::Phase::Build:
        if (state.layers.isReused)
            return Text::tr("the image is reused");
        return layerSummary(state.layers);
    case DeployWatch::Phase::Start:
        return state.place.container.isEmpty() ? QString()
                                               : Text::tr("container %1").arg(state.place.container.left(7));
    case DeployWatch::Phase::Healthy:
        break;
    }
    return state.current == phase ? Text::tr("init() of the scoring script") : QString();
}

Glyph glyphOf(const DeployFeed::State &state, int phase, DeployEnd end)
{
    if (!state.phases[size_t(phase)].hasBegun)
        return Glyph::NotBegun;
    if (phase != state.current || end == DeployEnd::Succeeded)
        return Glyph::Good;
    if (end == DeployEnd::Failed)
        return Glyph::Failed;
    return end == DeployEnd::Canceled ? Glyph::Canceled : Glyph::Preparing;
}

} // namespace

qint64 usualBuildMs(const std::vector<EndpointVersion> &versions)
{
    std::vector<qint64> known;
    for (const EndpointVersion &version : versions) {
        if (!version.environment.is_object() || !version.environment.contains("steps"))
            continue;
        qint64 sum = 0;
        for (const Json &step : version.environment["steps"])
            sum += intAt(step, "ms");
        known.push_back(sum);
    }
    return median(known);
}

qint64 usualHealthyMs(const std::vector<EndpointVersion> &versions)
{
    std::vector<qint64> known;
    for (const EndpointVersion &version : versions) {
        if (version.coldStartMs)
            known.push_back(*version.coldStartMs);
    }
    return median(known);
}

std::vector<PhaseCell> deployPhaseCells(const DeployFeed &feed, DeployEnd end, const QString &failureNote)
{
    const DeployFeed::State &state = feed.state();
    const bool isDocker = feed.request().settings.runner == u"docker";
    const bool isCloud = feed.request().settings.runner == u"aci";
    const qint64 usual[] = {-1, usualBuildMs(feed.before()), -1, usualHealthyMs(feed.before())};
    std::vector<PhaseCell> cells;
    for (int phase = 0; phase < DeployFeed::kPhases; ++phase) {
        PhaseCell cell;
        cell.name = phaseName(phase, isDocker, isCloud);
        cell.glyph = glyphOf(state, phase, end);
        if (usual[phase] >= 0)
            cell.usual = Text::tr("usual %1").arg(humanDuration(usual[phase]));
        if (cell.glyph != Glyph::NotBegun) {
            const qint64 ms = feed.elapsed(phase);
            cell.elapsed = clockText(ms);
            cell.part = cell.glyph == Glyph::Good ? 1 : usual[phase] > 0 ? double(ms) / double(usual[phase]) : -1;
            cell.note = cell.glyph == Glyph::Failed && !failureNote.isEmpty() ? failureNote : noteOf(feed, phase);
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}

} // namespace mooring
