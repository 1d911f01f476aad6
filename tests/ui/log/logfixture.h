#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace mooring::test {

/// A log file of a test.
class LogFixture
{
public:
    explicit LogFixture(const QString &name = QStringLiteral("std_log.txt")) : m_path(m_folder.filePath(name)) {}

    QString path() const { return m_path; }
    QString other(const QString &name) const { return m_folder.filePath(name); }

    void append(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void appendLines(int first, int count) const
    {
        QByteArray bytes;
        for (int i = first; i < first + count; ++i)
            bytes += "line " + QByteArray::number(i) + '\n';
        append(bytes);
    }
    QByteArray content(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace mooring::test
