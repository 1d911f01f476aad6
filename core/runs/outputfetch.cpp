#include "core/runs/outputfetch.h"

#include "core/base/clock.h"
#include "core/runs/runfolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Outputs", text); }

/// Where the outputs go when nobody says where. The copy is brought up to date first: event files are a part of it, and
/// half of one would stand in the way of the whole.
Result<QString> ownPlace(RunService &runs, const RunRecord &run, JobContext &context)
{
    if (!isEnded(run.state))
        return Error::usage(u"outputs.live"_s,
                            tr("The run %1 may still write outputs; they come here when it has ended.").arg(run.name))
            .withFix(u"mooring outputs %1 --to DIR"_s.arg(run.id));
    const auto files = runs.freshFiles(run, context.cancelToken());
    if (!files)
        return files.error();
    if (files->trouble)
        return *files->trouble;
    return files->folder + u"/outputs"_s;
}

} // namespace

Result<FetchedOutputs> fetchOutputs(RunService &runs, RunBook &book, const RunRecord &run, const QString &folder,
                                    JobContext &context)
{
    const auto host = runs.hostOf(run);
    if (!host)
        return host.error();
    const RunFolder there((*host)->runsFolder(), run.id);
    FetchedOutputs fetched;
    fetched.folder = folder;
    if (folder.isEmpty() && (*host)->spoolFolder().isEmpty()) {
        auto files = listOutputs(**host, there.path(), true, context.cancelToken());
        if (!files)
            return files.error();
        return FetchedOutputs{std::move(*files), there.outputs()};
    }
    if (folder.isEmpty()) {
        const auto place = ownPlace(runs, run, context);
        if (!place)
            return place.error();
        fetched.folder = *place;
    }
    auto files = copyOutputs(**host, there.path(), fetched.folder, context);
    if (!files)
        return files.error();
    fetched.files = std::move(*files);
    if (isEnded(run.state)) {
        const auto kept = book.updateRun(run.id, [](RunRecord &now) {
            now.outputsFetchedAt = nowUtc();
            return true;
        });
        if (!kept) // they are here all the same; a detach will ask once more
            context.log(kept.error().text(), LogLine::Level::Warning);
    }
    return fetched;
}

bool areOutputsIn(const QString &folder, const std::vector<OutputFile> &files)
{
    return std::all_of(files.begin(), files.end(), [&](const OutputFile &file) {
        const QFileInfo info(folder + u'/' + QFile::decodeName(file.path));
        return info.isFile() && !info.isSymLink() && info.size() == file.size;
    });
}

} // namespace mooring
