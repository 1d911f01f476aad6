#include "core/runs/sample.h"

#include "core/base/files.h"
#include "core/base/ids.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Sample", text); }

Result<> copyInto(const QString &folder)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    QDirIterator files(u":/mooring/sample"_s, QDir::Files | QDir::Hidden);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return Error::failed(u"sample.notBuiltIn"_s, tr("A file of the sample project could not be read."))
                .withCause(file.fileName());
        if (auto written = writeFileAtomically(folder + u'/' + files.fileName(), file.readAll()); !written)
            return written;
    }
    return {};
}

} // namespace

Result<QString> writeSample(const QString &folder)
{
    if (QFileInfo::exists(folder) && !QFileInfo(folder).isDir())
        return Error::failed(u"sample.notAFolder"_s,
                             tr("The sample project cannot be written: %1 is not a folder.").arg(folder));
    if (!QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot) &&
        QFileInfo::exists(folder))
        return folder;
    const QString part = folder + u".part-"_s + randomWord(6);
    auto copied = copyInto(part);
    if (copied && std::rename(QFile::encodeName(part).constData(), QFile::encodeName(folder).constData()) != 0) {
        copied =
            Error::failed(u"sample.cannotWrite"_s, tr("The sample project could not be written to %1.").arg(folder))
                .withCause(QString::fromLocal8Bit(strerror(errno)));
    }
    if (!copied) {
        QDir(part).removeRecursively();
        return copied.error();
    }
    return folder;
}

} // namespace mooring
