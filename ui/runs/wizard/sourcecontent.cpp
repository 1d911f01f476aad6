#include "ui/runs/wizard/sourcecontent.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int mostFolders = 100, mostEntries = 2000, mostScripts = 200;

QString tr(const char *text) { return QCoreApplication::translate("mooring::SourceContent", text); }

bool isScript(const QString &name)
{
    return (name.endsWith(u".py") && name != u"__init__.py") || name.endsWith(u".sh");
}

bool isEnvironmentFile(const QString &name)
{
    const QString low = name.toLower();
    const bool yaml = low.endsWith(u".yml") || low.endsWith(u".yaml");
    return (low.startsWith(u"requirements") && low.endsWith(u".txt")) ||
           (yaml && (low.startsWith(u"environment") || low.startsWith(u"conda") || low.startsWith(u"env.")));
}

bool isWorthALook(const QString &name)
{
    static const QStringList passed{u"__pycache__"_s, u"node_modules"_s, u"venv"_s, u"env"_s, u"outputs"_s, u"logs"_s};
    return !name.startsWith(u'.') && !passed.contains(name);
}

/// Adds what one folder holds; gives the names of its folders.
QStringList look(const QString &root, const QString &below, SourceContent &content)
{
    QStringList scripts, files, folders;
    QDirIterator entries(root + u'/' + below, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Readable);
    for (int seen = 0; entries.hasNext(); ++seen) {
        if (seen == mostEntries) {
            content.more = true;
            break;
        }
        entries.next();
        const QString name = entries.fileName();
        if (entries.fileInfo().isDir()) {
            if (isWorthALook(name) && !entries.fileInfo().isSymLink())
                folders << name;
        } else if (isScript(name)) {
            scripts << below + name;
        } else if (isEnvironmentFile(name)) {
            files << below + name;
        }
    }
    for (QStringList *list : {&scripts, &files, &folders})
        list->sort();
    content.scripts << scripts;
    content.environmentFiles << files;
    return folders;
}

} // namespace

SourceContent readSourceContent(const QString &folder)
{
    SourceContent content;
    content.folder = folder;
    const QFileInfo info(folder);
    if (!info.exists())
        content.problem = tr("The folder %1 does not exist.").arg(folder);
    else if (!info.isDir())
        content.problem = tr("%1 is a file. Choose the folder that holds it.").arg(folder);
    else if (!info.isReadable() || !info.isExecutable())
        content.problem = tr("The folder %1 cannot be read. Check its permissions.").arg(folder);
    if (!content.problem.isEmpty())
        return content;
    QStringList folders = look(folder, {}, content);
    if (folders.size() > mostFolders) {
        content.more = true;
        folders = folders.first(mostFolders);
    }
    for (const QString &name : std::as_const(folders))
        look(folder, name + u'/', content);
    if (content.scripts.size() > mostScripts) {
        content.more = true;
        content.scripts = content.scripts.first(mostScripts);
    }
    return content;
}

QString likelyScript(const QStringList &scripts)
{
    for (const QString &name : {u"train.py"_s, u"main.py"_s, u"run.py"_s, u"train.sh"_s}) {
        if (scripts.contains(name))
            return name;
    }
    return scripts.size() == 1 ? scripts.first() : QString();
}

} // namespace mooring
