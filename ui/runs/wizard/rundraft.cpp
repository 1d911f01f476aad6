#include "ui/runs/wizard/rundraft.h"

#include "core/base/text.h"
#include "ui/runs/wizard/argumentline.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

qint64 secondsOf(const QString &unit)
{
    if (unit.startsWith(u'd'))
        return 24 * 60 * 60;
    if (unit.startsWith(u'h'))
        return 60 * 60;
    return unit.startsWith(u'm') ? 60 : 1;
}

/// Settings in which nothing is wrong, to ask validate() about one field alone.
RunSettings goodSettings()
{
    RunSettings settings;
    settings.source = u"/"_s;
    settings.script = u"train.py"_s;
    return settings;
}

} // namespace

void RunDraft::setSettings(const RunSettings &settings)
{
    m_settings = settings;
    setArgumentsText(shellCommand(settings.arguments));
    setTimeLimitText(settings.timeLimitSeconds ? mooring::timeLimitText(*settings.timeLimitSeconds) : QString());
    setVariables(Variables(settings.variables.begin(), settings.variables.end()));
}

void RunDraft::setArgumentsText(const QString &text)
{
    m_argumentsText = text;
    const Result<QStringList> words = splitArguments(text);
    m_argumentsProblem = words ? QString() : words.error().text();
    if (!words)
        return;
    RunSettings settings = goodSettings();
    settings.arguments = *words;
    m_argumentsProblem = problemOf(settings);
    if (m_argumentsProblem.isEmpty())
        m_settings.arguments = *words;
}

void RunDraft::setTimeLimitText(const QString &text)
{
    m_timeLimitText = text;
    m_timeLimitProblem.clear();
    if (text.trimmed().isEmpty()) {
        m_settings.timeLimitSeconds.reset();
        return;
    }
    const Result<int> seconds = parseTimeLimit(text);
    if (seconds)
        m_settings.timeLimitSeconds = *seconds;
    else
        m_timeLimitProblem = seconds.error().text();
}

void RunDraft::setVariables(const Variables &variables)
{
    m_variables = variables;
    m_variablesProblem.clear();
    RunSettings settings = goodSettings();
    for (const auto &[name, value] : variables) {
        if (name.isEmpty() && value.isEmpty())
            continue;
        if (name.isEmpty())
            m_variablesProblem = tr("The value %1 has no name before it.").arg(value);
        else if (settings.variables.contains(name))
            m_variablesProblem = tr("The variable %1 is there twice.").arg(name);
        settings.variables[name] = value;
    }
    if (m_variablesProblem.isEmpty())
        m_variablesProblem = problemOf(settings);
    if (m_variablesProblem.isEmpty())
        m_settings.variables = settings.variables;
}

QString RunDraft::problemOf(const RunSettings &settings) const
{
    const Result<> checked = settings.validate();
    return checked ? QString() : checked.error().text();
}

QString RunDraft::sourceProblem() const
{
    return m_settings.source.trimmed().isEmpty() ? tr("Choose the folder that holds the script.") : QString();
}

QString RunDraft::scriptProblem() const
{
    if (m_settings.script.trimmed().isEmpty())
        return tr("Choose the file to run.");
    RunSettings settings = goodSettings();
    settings.script = m_settings.script;
    return problemOf(settings);
}

QString RunDraft::nameProblem() const
{
    RunSettings settings = goodSettings();
    settings.name = m_settings.name;
    return problemOf(settings);
}

QString RunDraft::experimentProblem() const
{
    RunSettings settings = goodSettings();
    settings.experiment = m_settings.experiment;
    return problemOf(settings);
}

QString RunDraft::title() const
{
    return tr("%1 in %2", "%1 a script, %2 a folder").arg(m_settings.script, QFileInfo(m_settings.source).fileName());
}

Result<int> parseTimeLimit(const QString &text)
{
    static const QRegularExpression part(u"\\G\\s*(\\d{1,9})\\s*(d|h|min|m|sec|s)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QString line = text.trimmed();
    qint64 seconds = 0;
    qsizetype at = 0;
    while (at < line.size()) {
        const QRegularExpressionMatch match = part.match(line, at);
        if (!match.hasMatch()) {
            return Error::usage(
                u"timeLimit.notADuration"_s,
                RunDraft::tr("\"%1\" is no duration. Give a number and a unit: 90 s, 15 min, 2 h 30 min.").arg(line));
        }
        seconds += match.captured(1).toLongLong() * secondsOf(match.captured(2).toLower());
        at = match.capturedEnd();
        while (at < line.size() && line[at].isSpace())
            ++at;
    }
    if (seconds < 1)
        return Error::usage(u"timeLimit.tooShort"_s, RunDraft::tr("The time limit must be at least 1 second."));
    if (seconds > std::numeric_limits<int>::max())
        return Error::usage(u"timeLimit.tooLong"_s, RunDraft::tr("The time limit must be shorter than 68 years."));
    return int(seconds);
}

QString timeLimitText(int seconds)
{
    QStringList parts;
    const std::pair<int, QString> units[] = {{24 * 60 * 60, u"d"_s}, {60 * 60, u"h"_s}, {60, u"min"_s}, {1, u"s"_s}};
    for (const auto &[size, unit] : units) {
        if (seconds / size)
            parts << QString::number(seconds / size) + u' ' + unit;
        seconds %= size;
    }
    return parts.join(u' ');
}

} // namespace mooring
