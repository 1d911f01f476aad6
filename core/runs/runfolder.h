#pragma once

#include <QString>

namespace mooring {

/// The names in a run's folder (README.md says who writes what). A value; touches no disk.
class RunFolder
{
public:
    RunFolder(const QString &runsFolder, const QString &runId) : m_path(runsFolder + u'/' + runId) {}

    const QString &path() const { return m_path; }
    QString file(QStringView name) const { return QString(m_path + u'/').append(name); }

    QString code() const { return file(u"code"); }
    QString outputs() const { return file(u"outputs"); }
    QString logs() const { return file(u"logs"); }
    QString runJson() const { return file(u"run.json"); }
    QString manifest() const { return file(u"manifest.jsonl"); }
    QString metrics() const { return file(u"metrics.jsonl"); }
    QString provisioningLog() const { return file(u"system_logs/provisioning.log"); }

    /// Of the log that people call "std", "build" or "provisioning"; empty for another word.
    QString log(const QString &name) const
    {
        if (name == u"std")
            return file(u"user_logs/std_log.txt");
        if (name == u"build")
            return file(u"system_logs/build.log");
        return name == u"provisioning" ? provisioningLog() : QString();
    }

private:
    QString m_path;
};

} // namespace mooring
