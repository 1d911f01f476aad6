#include "core/runs/runstate.h"

#include <QCoreApplication>

#include <array>
#include <cstring>

namespace mooring {

namespace {

struct Name
{
    RunState state;
    const char *word;
    const char *text;
};

constexpr std::array<Name, 10> kNames{{
    {RunState::NotStarted, "NotStarted", QT_TRANSLATE_NOOP("mooring::RunState", "Not started")},
    {RunState::Preparing, "Preparing", QT_TRANSLATE_NOOP("mooring::RunState", "Preparing")},
    {RunState::Queued, "Queued", QT_TRANSLATE_NOOP("mooring::RunState", "Queued")},
    {RunState::Running, "Running", QT_TRANSLATE_NOOP("mooring::RunState", "Running")},
    {RunState::Finalizing, "Finalizing", QT_TRANSLATE_NOOP("mooring::RunState", "Finalizing")},
    {RunState::CancelRequested, "CancelRequested", QT_TRANSLATE_NOOP("mooring::RunState", "Canceling")},
    {RunState::Completed, "Completed", QT_TRANSLATE_NOOP("mooring::RunState", "Completed")},
    {RunState::Failed, "Failed", QT_TRANSLATE_NOOP("mooring::RunState", "Failed")},
    {RunState::Canceled, "Canceled", QT_TRANSLATE_NOOP("mooring::RunState", "Canceled")},
    {RunState::Unknown, "Unknown", QT_TRANSLATE_NOOP("mooring::RunState", "Unknown")},
}};

const Name &nameOf(RunState state)
{
    for (const Name &name : kNames) {
        if (name.state == state)
            return name;
    }
    return kNames.back();
}

} // namespace

QString toWord(RunState state) { return QString::fromLatin1(nameOf(state).word); }

std::optional<RunState> runStateFromWord(const QString &word)
{
    for (const Name &name : kNames) {
        if (word == QLatin1String(name.word))
            return name.state;
    }
    return {};
}

QString toText(RunState state) { return QCoreApplication::translate("mooring::RunState", nameOf(state).text); }

bool isEnded(RunState state)
{
    return state == RunState::Completed || state == RunState::Failed || state == RunState::Canceled;
}

QString signalName(int number)
{
    if (const char *name = sigabbrev_np(number))
        return QStringLiteral("SIG") + QString::fromLatin1(name);
    return QStringLiteral("signal %1").arg(number);
}

} // namespace mooring
