#include "ui/inference/deploy/layerrows.h"

#include <QCoreApplication>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(mooring::LayerRows)
};

QString plain(const QString &instruction) { return instruction.simplified().toLower(); }

/// Whether a builder's words are that instruction: it may leave out line ends, and resolve the name of an image.
bool isSame(const QString &instruction, const QString &step)
{
    const QString one = plain(instruction), other = plain(step);
    return one == other || (one.startsWith(u"from ") && other.startsWith(u"from ") &&
                            other.mid(5).contains(one.section(u' ', 1, 1).section(u':', 0, 0)));
}

LadderRow rowOf(const BuildStep &step, bool hasEnded)
{
    LadderRow row;
    row.title = step.instruction;
    row.ms = step.isCached || step.isBase() ? -1 : step.ms.value_or(-1);
    if (step.hasFailed) {
        row.glyph = Glyph::Failed;
        row.verdict = Text::tr("failed");
        row.answer = Text::tr("failed");
        row.tone = Tone::Fail;
    } else if (!step.ms && !step.isCached && !hasEnded) {
        row.glyph = Glyph::Preparing;
        row.verdict = Text::tr("going on");
        row.answer = Text::tr("being built");
    } else if (step.isCached || step.isBase()) {
        row.glyph = Glyph::Good;
        row.verdict = Text::tr("reused");
        row.answer = Text::tr("reused");
    } else {
        row.glyph = Glyph::Good;
        row.verdict = Text::tr("rebuilt");
        row.answer =
            step.reason.isEmpty() ? Text::tr("built") : Text::tr("built: %1", "a sentence why").arg(step.reason);
    }
    return row;
}

LadderRow waitingRow(const QString &instruction, const LayerState &state)
{
    LadderRow row;
    row.title = instruction;
    if (state.isReused) {
        row.glyph = Glyph::Good;
        row.verdict = Text::tr("reused");
        row.answer = Text::tr("reused");
    } else if (state.hasEnded) { // BuildKit counts no instruction that gives no layer
        row.glyph = Glyph::LeftOut;
        row.verdict = Text::tr("no layer");
        row.answer = Text::tr("no layer of its own");
    } else {
        row.verdict = Text::tr("to come");
        row.answer = Text::tr("to come");
    }
    return row;
}

} // namespace

QStringList dockerfileInstructions(const QByteArray &dockerfile)
{
    QStringList instructions;
    QString open;
    for (const QString &raw : QString::fromUtf8(dockerfile).split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.startsWith(u'#') || (line.isEmpty() && open.isEmpty()))
            continue;
        open += (open.isEmpty() ? QString() : u" "_s) + line;
        if (open.endsWith(u'\\')) {
            open.chop(1);
            open = open.trimmed();
            continue;
        }
        instructions << open.simplified();
        open.clear();
    }
    if (!open.isEmpty())
        instructions << open.simplified();
    return instructions;
}

std::vector<LadderRow> layerRows(const LayerState &state)
{
    std::vector<LadderRow> rows;
    qsizetype next = 0; // the first instruction that no step has met
    for (const BuildStep &step : state.steps) {
        qsizetype at = next;
        while (at < state.instructions.size() && !isSame(state.instructions[at], step.instruction))
            ++at;
        if (at < state.instructions.size()) {
            for (; next < at; ++next) // passed over
                rows.push_back(waitingRow(state.instructions[next], {{}, {}, state.isReused, true}));
            ++next;
        }
        rows.push_back(rowOf(step, state.hasEnded));
    }
    for (; next < state.instructions.size(); ++next)
        rows.push_back(waitingRow(state.instructions[next], state));
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].id = QString::number(i);
    return rows;
}

QString layerSummary(const LayerState &state)
{
    int reused = 0, built = 0, open = 0, waiting = 0;
    for (const LadderRow &row : layerRows(state)) {
        if (row.glyph == Glyph::NotBegun)
            ++waiting;
        else if (isGoingOn(row.glyph))
            ++open;
        else if (row.glyph == Glyph::Good)
            ++(row.verdict == Text::tr("reused") ? reused : built);
    }
    QStringList parts;
    if (reused > 0)
        parts << Text::tr("%n reused", nullptr, reused);
    if (built > 0)
        parts << Text::tr("%n built", nullptr, built);
    if (open > 0)
        parts << Text::tr("%n going on", nullptr, open);
    if (waiting > 0)
        parts << Text::tr("%n to come", nullptr, waiting);
    return parts.join(u", "_s);
}

const BuildStep *firstBuiltAnew(const LayerState &state)
{
    for (const BuildStep &step : state.steps) {
        if (!step.isBase() && !step.isCached && !step.reason.isEmpty())
            return &step;
    }
    return nullptr;
}

} // namespace mooring
