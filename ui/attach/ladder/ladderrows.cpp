#include "ui/attach/ladder/ladderrows.h"

#include "ui/workspace/stateglyphs.h"

#include <algorithm>

namespace mooring {

LadderRow rowOf(const RungResult &rung)
{
    LadderRow row;
    row.id = rung.id;
    row.title = rung.title;
    row.glyph = glyphOf(rung.verdict);
    row.verdict = toText(rung.verdict);
    row.answer = rung.answered;
    row.tone = rung.verdict == Verdict::Failed   ? Tone::Fail
               : rung.verdict == Verdict::Warned ? Tone::Warn
                                                 : Tone::Neutral;
    const bool ran =
        rung.verdict == Verdict::Passed || rung.verdict == Verdict::Warned || rung.verdict == Verdict::Failed;
    row.ms = ran ? rung.ms : -1;
    row.fix = rung.fix;
    row.fixIsCommand = rung.fixIsCommand;
    return row;
}

std::vector<LadderRow> rowsOf(const std::vector<RungResult> &rungs)
{
    std::vector<LadderRow> rows;
    for (const RungResult &rung : rungs)
        rows.push_back(rowOf(rung));
    return rows;
}

std::vector<LadderRow> rowsOf(const std::vector<Rung> &rungs, const std::optional<LadderReport> &last)
{
    std::vector<LadderRow> rows;
    for (const Rung &rung : rungs) {
        const RungResult *result = last ? last->find(rung.id) : nullptr;
        LadderRow row;
        if (result)
            row = rowOf(*result);
        row.id = rung.id;
        row.title = rung.title; // in the language of now
        if (!result)
            row.verdict = toText(Verdict::Waiting);
        rows.push_back(std::move(row));
    }
    return rows;
}

QString summaryOf(const std::vector<LadderRow> &rows)
{
    QStringList parts;
    const auto count = [&](Glyph glyph) {
        return int(
            std::count_if(rows.begin(), rows.end(), [glyph](const LadderRow &row) { return row.glyph == glyph; }));
    };
    const auto say = [&](int number, const QString &text) {
        if (number)
            parts << text;
    };
    const int passed = count(Glyph::Good);
    const int warned = count(Glyph::Warning);
    const int failed = count(Glyph::Failed);
    const int skipped = count(Glyph::LeftOut);
    say(passed, QCoreApplication::translate("mooring::Ladder", "%n passed", nullptr, passed));
    say(warned, QCoreApplication::translate("mooring::Ladder", "%n warned", nullptr, warned));
    say(failed, QCoreApplication::translate("mooring::Ladder", "%n failed", nullptr, failed));
    say(skipped, QCoreApplication::translate("mooring::Ladder", "%n skipped", nullptr, skipped));
    return parts.join(QStringLiteral(", "));
}

} // namespace mooring
