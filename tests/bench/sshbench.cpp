#include "tests/bench/sshbench.h"

#include "core/base/files.h"
#include "core/targets/builtin/builtinkinds.h"

#include <QDir>
#include <QElapsedTimer>
#include <QThread>

namespace mooring::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString cipher = u"aes128-gcm@openssh.com"_s;

} // namespace

SshBench::SshBench(const QString &folder, std::chrono::milliseconds roundTrip, FarSide farSide)
    : m_folder(folder + u"/ssh-XXXXXX"_s)
{
    if (!test::SshServer::available()) {
        m_problem = u"no sshd"_s;
        return;
    }
    m_key = test::SshKeyPair::make(m_folder.filePath(u"id"_s));
    m_server.authorize(m_key.publicLine);
    m_server.configure(u"MaxStartups 200:30:300"_s);
    if (const int cores = QThread::idealThreadCount(); farSide == FarSide::OneCore && cores > 1)
        m_server.wrap({u"taskset"_s, u"-c"_s, QString::number(cores - 1)});
    if (!m_server.start()) {
        m_problem = u"sshd did not start: "_s + m_server.log().right(200);
        return;
    }
    if (roundTrip > 0ms) {
        m_proxy = std::make_unique<test::FaultProxy>(m_server.port());
        m_proxy->delay(roundTrip / 2);
    }
    clear();
    QDir().mkpath(near());
    signIn();
}

void SshBench::signIn()
{
    auto trust = std::make_shared<HostTrust>(m_folder.filePath(u"known_hosts"_s), QStringList());
    trust->acceptNew(true);
    KindPlaces places;
    places.dataFolder = m_folder.path();
    places.spoolFolder = m_folder.filePath(u"spool"_s);
    places.trust = trust;
    registerBuiltinKinds(m_kinds, places);
    m_kind = m_kinds.find(u"ssh"_s);
    JobContext context;
    const LadderReport report = runLadder(u"bench"_s, m_kind->ladder(values()), {}, context, {});
    m_facts = report.facts;
    if (report.failure())
        m_problem = u"the ladder failed: "_s + QString::fromUtf8(toBytes(report.toJson())).left(400);
}

FormValues SshBench::values() const
{
    FormValues values(m_kind->fields());
    (void)values.set(u"address"_s, u"127.0.0.1"_s);
    (void)values.set(u"port"_s, QString::number(port()));
    (void)values.set(u"user"_s, test::SshServer::userName());
    (void)values.set(u"keyFile"_s, m_key.file);
    (void)values.set(u"workFolder"_s, far() + u"/mooring"_s);
    return values;
}

void SshBench::clear() const
{
    QDir(far()).removeRecursively();
    QDir().mkpath(far());
}

QStringList SshBench::options() const
{
    return {u"-F"_s, u"none"_s,
            u"-i"_s, m_key.file,
            u"-o"_s, u"IdentitiesOnly=yes"_s,
            u"-o"_s, u"UserKnownHostsFile=/dev/null"_s,
            u"-o"_s, u"StrictHostKeyChecking=no"_s,
            u"-o"_s, u"LogLevel=ERROR"_s,
            u"-o"_s, u"Ciphers="_s + cipher,
            u"-o"_s, u"Port="_s + QString::number(port())};
}

QString SshBench::sshCommand() const { return u"ssh "_s + options().join(u' '); }

QString SshBench::address() const { return test::SshServer::userName() + u"@127.0.0.1"_s; }

std::optional<double> SshBench::time(const QString &program, const QStringList &arguments, const QByteArray &input,
                                     const QString &workFolder)
{
    Command command;
    command.program = program;
    command.arguments = arguments;
    command.input = input;
    command.folder = workFolder;
    command.limit = 10min;
    QElapsedTimer timer;
    timer.start();
    const auto done = runCommand(command, {});
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    if (done && done->succeeded())
        return ms;
    std::printf("  %s failed: %s\n", qPrintable(program),
                done ? done->errors.right(300).constData() : qPrintable(done.error().text()));
    return {};
}

} // namespace mooring::bench
