#pragma once

#include <QByteArray>
#include <QReadWriteLock>
#include <QString>

#include <vector>

namespace mooring {

/// Knows the values of secrets and removes them from everything that is printed, exported or stored.
/// Also finds them in base64 and percent-encoding. Thread-safe. One for the process: `Redactor::instance()`.
class Redactor
{
public:
    static Redactor &instance();

    /// Values shorter than four bytes are not taken: they would blacken ordinary text.
    void add(const QByteArray &secret);
    void clear();
    QByteArray redact(QByteArray text) const;
    QString redact(const QString &text) const;

private:
    mutable QReadWriteLock m_lock;
    std::vector<QByteArray> m_forms; // longest first
};

} // namespace mooring
