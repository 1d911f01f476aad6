#include "app/cli/output.h"

#include "core/base/redactor.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace mooring {

namespace {

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto n = write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        done += n;
    }
    return true;
}

bool isWide(QChar c)
{
    const ushort u = c.unicode();
    return (u >= 0x1100 && u <= 0x115f) || (u >= 0x2e80 && u <= 0xa4cf) || (u >= 0xac00 && u <= 0xd7a3) ||
           (u >= 0xf900 && u <= 0xfaff) || (u >= 0xfe30 && u <= 0xfe6f) || (u >= 0xff00 && u <= 0xff60);
}

qsizetype cellsOf(const QString &text) { return std::count_if(text.begin(), text.end(), isWide) + text.size(); }

} // namespace

int exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Failed:
        return 1;
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::NotReachable:
        return 3;
    case ErrorKind::SignIn:
        return 4;
    case ErrorKind::RungFailed:
        return 5;
    case ErrorKind::AlreadyAttached:
        return 6;
    case ErrorKind::RunFailed:
        return 10;
    case ErrorKind::RunCanceled:
        return 11;
    case ErrorKind::RunUnknown:
        return 12;
    case ErrorKind::TimeLimit:
        return 124;
    case ErrorKind::Canceled:
        return 130;
    }
    return 1;
}

void Output::document(const Json &value) const
{
    writeAll(STDOUT_FILENO, Redactor::instance().redact(toBytes(value)) + '\n');
}

void Output::text(const QString &text) const
{
    writeAll(STDOUT_FILENO, Redactor::instance().redact(text).toUtf8() + '\n');
}

bool Output::bytes(const QByteArray &bytes) const { return writeAll(STDOUT_FILENO, bytes); }

void Output::talk(const QString &text) const
{
    if (!quiet)
        writeAll(STDERR_FILENO, Redactor::instance().redact(text).toUtf8() + '\n');
}

void Output::question(const QString &text) const
{
    writeAll(STDERR_FILENO, Redactor::instance().redact(text).toUtf8());
}

int Output::fail(const Error &error) const
{
    if (json) {
        const Json document{{"error", error.toJson()}};
        writeAll(STDERR_FILENO, Redactor::instance().redact(toBytes(document)) + '\n');
    } else {
        QString text = QStringLiteral("mooring: ") + error.message;
        if (!error.cause.isEmpty() && !error.message.contains(error.cause))
            text += QStringLiteral("\n  ") + error.cause;
        if (!error.fix.isEmpty())
            text += QStringLiteral("\n  ") + error.fix;
        writeAll(STDERR_FILENO, Redactor::instance().redact(text).toUtf8() + '\n');
    }
    return exitCodeOf(error);
}

void Output::table(const std::vector<QStringList> &rows) const
{
    std::vector<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), size_t(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[size_t(i)] = std::max(widths[size_t(i)], cellsOf(row[i]));
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size())
                line += QString(widths[size_t(i)] - cellsOf(row[i]) + 2, u' ');
        }
        text(line);
    }
}

bool Output::stdinIsTerminal() { return isatty(STDIN_FILENO); }

} // namespace mooring
