#include "core/runs/runsettings.h"

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

// The kernel's limit for one string of argv or the environment (MAX_ARG_STRLEN), its final NUL included.
constexpr qsizetype longestWord = 131071;

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunSettings", text); }

Error wrong(const QString &code, const QString &message, const QString &fix = {})
{
    return Error::usage(code, message).withFix(fix);
}

bool isVariableName(const QString &name)
{
    const auto good = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    return !name.isEmpty() && good(name[0]) &&
           std::all_of(name.begin(), name.end(), [&](QChar c) { return good(c) || (c >= u'0' && c <= u'9'); });
}

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

Result<> checkScript(const QString &script)
{
    if (script.isEmpty())
        return wrong(u"settings.noScript"_s, tr("The run settings name no script."),
                     tr("Set \"script\" to a file of the source folder."));
    const QString clean = QDir::cleanPath(script);
    if (QDir::isAbsolutePath(script) || clean == u".." || clean.startsWith(u"../")) {
        return wrong(
            u"settings.scriptOutside"_s,
            tr("The script %1 is not inside the source folder, so it would not be copied with it.").arg(script),
            tr("Choose a source folder that holds the script and give the script's path relative to it."));
    }
    if (clean == u"." || script.endsWith(u'/'))
        return wrong(u"settings.scriptIsFolder"_s, tr("The script %1 is a folder.").arg(script),
                     tr("Name the file to run."));
    return {};
}

Result<> checkWord(const QString &word, const QString &what)
{
    if (word.contains(QChar(0)))
        return wrong(u"settings.nul"_s, tr("%1 holds a NUL character, which no program can receive.").arg(what));
    if (word.toUtf8().size() > longestWord)
        return wrong(u"settings.tooLong"_s,
                     tr("%1 is longer than 131071 bytes, more than the system passes to a program.").arg(what),
                     tr("Put the text into a file of the source folder and pass the file's name."));
    return {};
}

Result<> checkVariable(const QString &name, const QString &value)
{
    if (!isVariableName(name)) {
        return wrong(u"settings.variableName"_s, tr("\"%1\" cannot be the name of a variable.").arg(name),
                     tr("Use letters, digits and underscores, not beginning with a digit."));
    }
    if (name.startsWith(u"MOORING_")) {
        return wrong(
            u"settings.variableReserved"_s,
            tr("The variable %1 cannot be set: names that begin with MOORING_ belong to the run itself.").arg(name),
            tr("Choose another name."));
    }
    return checkWord(value, tr("The variable %1").arg(name));
}

Result<> checkLabel(const QString &label, const QString &key)
{
    if (label.size() > 200)
        return wrong(u"settings.tooLong"_s, tr("\"%1\" is longer than 200 characters.").arg(key));
    if (hasControl(label))
        return wrong(u"settings.badName"_s, tr("\"%1\" holds a line break or another control character.").arg(key));
    return {};
}

Result<> checkEnvironment(const EnvironmentChoice &choice)
{
    if (choice.kind == EnvironmentChoice::Kind::Default)
        return {};
    if (choice.value.trimmed().isEmpty())
        return wrong(u"settings.emptyEnvironment"_s, tr("The environment is empty."),
                     tr("Name an interpreter, a requirements or conda file, or an image."));
    return checkWord(choice.value, tr("The environment"));
}

} // namespace

Result<> RunSettings::validate() const
{
    if (auto checked = checkScript(script); !checked)
        return checked;
    if (source.isEmpty())
        return wrong(u"settings.noSource"_s, tr("The run settings name no source folder."));
    if (target.isEmpty())
        return wrong(u"settings.noTarget"_s, tr("The run settings name no compute target."),
                     tr("\"local\" is this computer."));
    const std::pair<const QString &, QString> paths[] = {{source, tr("The source folder")}, {script, tr("The script")}};
    for (const auto &[path, what] : paths) {
        if (auto checked = checkWord(path, what); !checked)
            return checked;
    }
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (auto checked = checkWord(arguments[i], tr("Argument %1").arg(i + 1)); !checked)
            return checked;
    }
    for (const auto &[key, value] : variables) {
        if (auto checked = checkVariable(key, value); !checked)
            return checked;
    }
    if (timeLimitSeconds && *timeLimitSeconds <= 0)
        return wrong(u"settings.timeLimit"_s, tr("The time limit must be at least 1 second."));
    const std::pair<const QString &, QString> labels[] = {
        {name, u"name"_s}, {experiment, u"experiment"_s}, {target, u"target"_s}};
    for (const auto &[label, key] : labels) {
        if (auto checked = checkLabel(label, key); !checked)
            return checked;
    }
    return checkEnvironment(environment);
}

} // namespace mooring
