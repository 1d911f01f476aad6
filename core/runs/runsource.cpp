#include "core/runs/runsource.h"

#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::RunSource", text); }

Error wrong(const QString &code, const QString &message, const QString &fix = {})
{
    return Error::usage(code, message).withFix(fix);
}

QString similarScript(const QString &folder, const QString &script)
{
    const QFileInfo wanted(folder + u'/' + script);
    const QString near = nearestWord(wanted.fileName(), QDir(wanted.path()).entryList(QDir::Files).mid(0, 1000));
    return near.isEmpty() ? tr("Choose a file of the source folder.") : tr("Did you mean %1?").arg(near);
}

Result<> checkScript(const QString &source, const QString &script)
{
    const QFileInfo file(source + u'/' + script);
    if (!file.exists() && !file.isSymLink())
        return wrong(u"run.scriptMissing"_s, tr("The script %1 is not in the source folder %2.").arg(script, source),
                     similarScript(source, script));
    if (file.isDir())
        return wrong(u"run.scriptIsFolder"_s, tr("The script %1 is a folder.").arg(script),
                     tr("Name the file to run."));
    const QString real = file.canonicalFilePath();
    if (!real.startsWith(QFileInfo(source).canonicalFilePath() + u'/')) {
        return wrong(
            u"run.scriptOutside"_s,
            tr("The script %1 is a link to something outside the source folder, so it would not be copied with it.")
                .arg(script),
            tr("Copy the script into the source folder, or choose a source folder that holds it."));
    }
    if (!QFileInfo(real).isFile())
        return wrong(u"run.scriptNotAFile"_s, tr("The script %1 is not a regular file.").arg(script));
    if (!file.isReadable())
        return wrong(u"run.scriptUnreadable"_s, tr("The script %1 cannot be read.").arg(script),
                     tr("Check its permissions."));
    const bool interpreted = script.endsWith(u".py") || script.endsWith(u".sh");
    if (!interpreted && !file.isExecutable()) {
        return wrong(u"run.scriptNotExecutable"_s,
                     tr("The script %1 is neither a .py nor a .sh file and is not executable.").arg(script),
                     tr("Make it executable: chmod +x %1").arg(script));
    }
    return {};
}

} // namespace

Result<RunSettings> checkRunSource(const RunSettings &settings)
{
    RunSettings checked = settings;
    const QFileInfo source(settings.source.isEmpty() ? u"."_s : settings.source);
    checked.source = QDir::cleanPath(source.absoluteFilePath());
    if (!source.exists())
        return wrong(u"run.sourceMissing"_s, tr("The source folder %1 does not exist.").arg(checked.source));
    if (!source.isDir())
        return wrong(u"run.sourceNotAFolder"_s, tr("The source %1 is not a folder.").arg(checked.source),
                     tr("Name the folder that holds the script."));
    if (auto script = checkScript(checked.source, settings.script); !script)
        return script.error();
    return checked;
}

} // namespace mooring
