#include "core/base/files.h"
#include "core/runs/snapshot.h"
#include "tests/bench/sshbench.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <cstdio>

namespace mooring::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 bigSize = 512 * 1024 * 1024;
constexpr int smallFiles = 2000;
constexpr int smallSize = 2048;

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), size / 4);
    return bytes;
}

bool makeBig(const QString &folder)
{
    QFile file(folder + u"/big.bin"_s);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (qint64 done = 0; done < bigSize; done += 1 << 20) {
        if (file.write(randomBytes(1 << 20)) != 1 << 20)
            return false;
    }
    return true;
}

bool makeSmall(const QString &folder)
{
    for (int i = 0; i < smallFiles; ++i) {
        const QString part = u"%1/part%2"_s.arg(folder).arg(i % 20);
        if (!QDir().mkpath(part) || !writeFileAtomically(u"%1/file%2.txt"_s.arg(part).arg(i), randomBytes(smallSize)))
            return false;
    }
    return true;
}

/// One hash of all names and contents below a folder.
QByteArray hashOf(const QString &folder)
{
    const auto output = runCommand(
        {u"sh"_s,
         {u"-c"_s, u"cd \"$1\" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum"_s, u"sh"_s, folder},
         {},
         {},
         {},
         5min,
         64 * 1024 * 1024,
         {}},
        {});
    return output && output->succeeded() ? QCryptographicHash::hash(output->output, QCryptographicHash::Sha256)
                                         : QByteArray();
}

/// A snapshot of the near folder into a new folder of the far side, over a connection of its own. The walk of the
/// source counts, as it does for the peers.
std::optional<double> upload(const SshBench &bench, const QString &name)
{
    auto host = bench.host();
    if (!host) {
        std::printf("  no host: %s\n", qPrintable(host.error().text()));
        return {};
    }
    (*host)->renew();
    QElapsedTimer timer;
    timer.start();
    JobContext context;
    const auto plan = planSnapshot(bench.near(), context);
    const auto sent = plan ? (*host)->receiveSnapshot(*plan, bench.far() + u'/' + name, context)
                           : Result<SnapshotSummary>(plan.error());
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    if (sent)
        return ms;
    std::printf("  upload failed: %s\n", qPrintable(sent.error().text()));
    return {};
}

Finding finding(const QString &what, const Race &result)
{
    return {what,
            ms(result.medianA()),
            ms(result.medianB()),
            u"%1 x"_s.arg(result.complete ? result.ratio() : 0, 0, 'f', 2),
            u"<= 1 x"_s,
            !result.complete      ? Verdict::Skipped
            : result.ratio() <= 1 ? Verdict::Passed
                                  : Verdict::Failed};
}

/// Whether both ways bring the same over, before anything is timed.
bool bringTheSame(const SshBench &bench, const Try &peer, const QString &theirs)
{
    bench.clear();
    QDir().mkpath(theirs);
    if (!upload(bench, u"ours"_s) || !peer())
        return false;
    const QByteArray near = hashOf(bench.near());
    return !near.isEmpty() && near == hashOf(bench.far() + u"/ours"_s) && near == hashOf(theirs);
}

std::optional<Finding> bigFile(const Options &options, std::chrono::milliseconds roundTrip)
{
    const QString what = u"upload of 512 MiB, round trip %1 ms / sftp"_s.arg(roundTrip.count());
    const SshBench bench(options.folder, roundTrip);
    if (!bench.problem().isEmpty() || !makeBig(bench.near()))
        return Finding{what, {}, {}, bench.problem(), u"<= 1 x"_s, Verdict::Skipped};
    const QString theirs = bench.far() + u"/sftp"_s;
    const Try sftp = [&] {
        QDir().mkpath(theirs);
        return SshBench::time(u"sftp"_s, bench.options() + QStringList{u"-q"_s, u"-b"_s, u"-"_s, bench.address()},
                              "put " + bench.near().toUtf8() + "/big.bin " + theirs.toUtf8() + "/big.bin\n");
    };
    if (!bringTheSame(bench, sftp, theirs))
        return Finding{what, {}, {}, u"not the same files arrived"_s, u"equal"_s, Verdict::Failed};
    const Race result = race(
        [&] {
            bench.clear();
            return upload(bench, u"ours"_s);
        },
        [&] {
            bench.clear();
            return sftp();
        },
        options.pairs);
    return finding(what, result);
}

std::vector<Finding> manyFiles(const Options &options)
{
    const SshBench bench(options.folder);
    if (!bench.problem().isEmpty() || !makeSmall(bench.near()))
        return {{u"upload of 2 000 files"_s, {}, {}, bench.problem(), u"<= 1 x"_s, Verdict::Skipped}};
    const QString theirs = bench.far() + u"/peer"_s;
    const auto fresh = [&] {
        bench.clear();
        QDir().mkpath(theirs);
    };
    const Try tar = [&] {
        const QString pipe = u"tar cf - . | %1 %2 'tar xf - -C %3'"_s.arg(bench.sshCommand(), bench.address(), theirs);
        return SshBench::time(u"sh"_s, {u"-c"_s, pipe}, {}, bench.near());
    };
    const Try rsync = [&] {
        return SshBench::time(u"rsync"_s, {u"-a"_s, u"-e"_s, bench.sshCommand(), bench.near() + u'/',
                                           bench.address() + u':' + theirs + u'/'});
    };
    const auto ours = [&] {
        fresh();
        return upload(bench, u"ours"_s);
    };
    const auto after = [&](const Try &peer) {
        return [&, peer] {
            fresh();
            return peer();
        };
    };
    if (!bringTheSame(bench, tar, theirs))
        return {{u"upload of 2 000 files"_s, {}, {}, u"not the same files arrived"_s, u"equal"_s, Verdict::Failed}};
    std::vector<Finding> findings;
    findings.push_back(
        finding(u"upload of 2 000 files, the first / tar | ssh tar"_s, race(ours, after(tar), options.pairs)));
    findings.push_back(
        finding(u"upload of 2 000 files, the first / rsync -a"_s, race(ours, after(rsync), options.pairs)));
    fresh();
    if (!upload(bench, u"first"_s) || !rsync())
        return findings;
    int round = 0;
    findings.push_back(finding(u"the same again, unchanged / rsync -a"_s,
                               race([&] { return upload(bench, u"again%1"_s.arg(++round)); }, rsync, options.pairs)));
    return findings;
}

} // namespace

std::vector<Finding> benchUpload(const Options &options)
{
    std::vector<Finding> findings;
    for (const auto roundTrip : {0ms, 20ms}) {
        if (const auto found = bigFile(options, roundTrip))
            findings.push_back(*found);
    }
    const auto more = manyFiles(options);
    findings.insert(findings.end(), more.begin(), more.end());
    return findings;
}

} // namespace mooring::bench
