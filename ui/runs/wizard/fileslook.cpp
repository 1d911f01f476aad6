#include "ui/runs/wizard/fileslook.h"

#include "core/jobs/job.h"
#include "ui/runs/wizard/rundesk.h"

using namespace Qt::StringLiterals;

namespace mooring {

FilesLook::FilesLook(std::shared_ptr<RunDesk> desk, QObject *parent) : QObject(parent), m_desk(std::move(desk))
{
    m_again.setSingleShot(true);
    m_again.setInterval(300);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_again, qOverload<>(&QTimer::start));
    connect(&m_again, &QTimer::timeout, this, [this] { look(m_source); });
}

FilesLook::~FilesLook() = default;

void FilesLook::look(const QString &source)
{
    if (source != m_source) {
        m_report.reset();
        m_tree.reset();
    }
    m_source = source;
    using Found = std::pair<std::shared_ptr<const FilesReport>, std::shared_ptr<const FileTree>>;
    m_found = std::make_shared<Found>(); // written by the work before it ends, read after
    const auto work = [source, found = m_found, desk = m_desk](JobContext &job) -> Result<> {
        auto report = desk->files(source, job);
        if (!report)
            return report.error();
        found->first = std::make_shared<const FilesReport>(std::move(*report));
        found->second = std::make_shared<const FileTree>(*found->first);
        return {};
    };
    stop();
    m_job = std::make_unique<Job>(tr("Look at %1", "a folder").arg(source), work);
    Job *job = m_job.get();
    connect(job, &Job::changed, this, [this, job] { Q_EMIT progressed(job->progressDone()); });
    connect(job, &Job::finished, this, [this, job] { ended(job); });
    Q_EMIT progressed(0);
    job->start();
}

void FilesLook::stop()
{
    if (!m_job)
        return;
    m_job->cancel();
    m_job->disconnect(this);
    m_job.release()->deleteLater(); // its thread ends soon: the walk looks at the cancel between two files
}

void FilesLook::ended(Job *job)
{
    const bool good = job->state() == Job::State::Succeeded;
    const Error error = good ? Error() : job->error();
    m_job.release()->deleteLater();
    watch();
    if (!good) {
        Q_EMIT failed(error);
        return;
    }
    m_report = m_found->first;
    m_tree = m_found->second;
    Q_EMIT looked();
}

void FilesLook::watch()
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    for (const QString &name : {u"/.amlignore"_s, u"/.gitignore"_s})
        m_watcher.addPath(m_source + name);
}

} // namespace mooring
