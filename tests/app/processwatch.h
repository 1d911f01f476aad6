#pragma once

#include "core/base/files.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace mooring::test {

/// The words and the environments of all processes that there were while it lives: secrets are made meanwhile, so they
/// are looked for afterwards.
class ProcessWatch
{
public:
    ProcessWatch()
    {
        m_thread = std::thread([this] {
            while (!m_stop) {
                look();
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        });
    }
    ~ProcessWatch()
    {
        m_stop = true;
        m_thread.join();
    }
    bool saw(const QByteArray &text)
    {
        const std::lock_guard lock(m_mutex);
        return std::any_of(m_seen.begin(), m_seen.end(), [&](const QByteArray &each) { return each.contains(text); });
    }

private:
    void look()
    {
        for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            if (!pid[0].isDigit())
                continue;
            for (const char *name : {"cmdline", "environ"}) {
                QFile file(QStringLiteral("/proc/%1/%2").arg(pid, QLatin1StringView(name)));
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                const QByteArray words = file.readAll();
                const std::lock_guard lock(m_mutex);
                m_seen.insert(words);
            }
        }
    }

    std::mutex m_mutex;
    QSet<QByteArray> m_seen;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

/// Every byte of every file below a folder.
inline QByteArray everythingIn(const QString &folder)
{
    QByteArray all;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        all += readWholeFile(each.next()).valueOr({});
    return all;
}

} // namespace mooring::test
