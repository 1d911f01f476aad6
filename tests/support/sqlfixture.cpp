#include "tests/support/sqlfixture.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace mooring::test {

using namespace Qt::StringLiterals;

namespace {

QString feed(const QString &path, const QByteArray &sql)
{
    QProcess process;
    process.start(u"sqlite3"_s, {u"-bail"_s, path});
    process.write(sql);
    process.closeWriteChannel();
    const bool done = process.waitForFinished(30000) && process.exitCode() == 0;
    const QString output = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    return done ? output : u"error: "_s + QString::fromUtf8(process.readAllStandardError());
}

} // namespace

bool hasSqlite() { return !QStandardPaths::findExecutable(u"sqlite3"_s).isEmpty(); }

bool makeDatabase(const QString &path, const QString &fixture)
{
    QFile script(QStringLiteral(MOORING_SOURCE_DIR "/tests/fixtures/workspace/") + fixture);
    return script.open(QIODevice::ReadOnly) && !feed(path, script.readAll()).startsWith(u"error"_s);
}

QString sqlite(const QString &path, const QString &sql) { return feed(path, sql.toUtf8()); }

} // namespace mooring::test
