#include "core/transport/docker/kitbuild.h"

#include "core/base/files.h"
#include "core/base/process.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QVersionNumber>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kLook = 50; // ms; QProcess has nothing that a token could wake
constexpr qint64 kPending = 1024 * 1024;
constexpr qsizetype kTail = 4000;

QString tr(const char *text) { return QCoreApplication::translate("mooring::Docker", text); }

bool hasBuildKit(const QString &program, const CancelToken &cancel)
{
    Command command;
    command.program = program;
    command.arguments = QStringList{u"buildx"_s, u"version"_s};
    const auto buildx = runCommand(command, cancel);
    if (buildx && buildx->succeeded() && buildx->output.contains("buildx"))
        return true;
    command.arguments = QStringList{u"--version"_s};
    const auto told = runCommand(command, cancel);
    static const QRegularExpression number(u"version (\\d+)\\."_s);
    const auto match = told ? number.match(QString::fromUtf8(told->output)) : QRegularExpressionMatch();
    return match.hasMatch() && match.captured(1).toInt() >= 18 && match.captured(1).toInt() < 23;
}

} // namespace

QString needsBuildKit(const QByteArray &dockerfile)
{
    static const QRegularExpression signs(
        u"^#\\s*syntax\\s*=.*|^[ \\t]*(?:RUN|COPY|ADD)[ \\t]+(--mount|--link|--chmod|--security|--network|<<)\\S*"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return signs.match(QString::fromUtf8(dockerfile)).captured(0).trimmed();
}

Result<KitBuilder> KitBuilder::find(const CancelToken &cancel)
{
    QStringList programs{findProgram(u"docker"_s), u"/usr/bin/docker"_s};
    programs.removeDuplicates();
    for (const QString &program : std::as_const(programs)) {
        if (!program.isEmpty() && QFile::exists(program) && hasBuildKit(program, cancel))
            return KitBuilder(program);
    }
    if (cancel.isCanceled())
        return Error::canceled();
    return Error::failed(u"docker.noBuildKit"_s, tr("This build needs BuildKit, and no docker command here has it."))
        .withFix(u"sudo apt-get install docker-buildx"_s);
}

QStringList KitBuilder::wordsOf(const Request &request, const QString &idFile) const
{
    QStringList words{u"build"_s,  u"--progress=plain"_s, u"--iidfile"_s, idFile,
                      u"--file"_s, request.dockerfile,    u"--tag"_s,     request.tag};
    for (const auto &[name, value] : request.labels)
        words << u"--label"_s << name + u'=' + value;
    for (const auto &[name, value] : request.arguments)
        words << u"--build-arg"_s << name + u'=' + value;
    for (const Secret &each : request.secrets)
        words << u"--secret"_s
              << (each.file.isEmpty() ? u"id=%1,env=%2"_s.arg(each.id, each.variable)
                                      : u"id=%1,src=%2"_s.arg(each.id, each.file));
    return words << u"-"_s;
}

Result<QString> KitBuilder::build(const Request &request, TarStream &context,
                                  const std::function<void(const QByteArray &)> &onText,
                                  const CancelToken &cancel) const
{
    QTemporaryDir folder;
    const QString idFile = folder.filePath(u"id"_s);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DOCKER_HOST"_s, request.host);
    environment.insert(u"DOCKER_BUILDKIT"_s, u"1"_s);
    environment.remove(u"DOCKER_CONTEXT"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_program, wordsOf(request, idFile));
    if (!process.waitForStarted())
        return Error::failed(u"docker.noBuildKit"_s, tr("%1 could not be started.").arg(m_program))
            .withCause(process.errorString());
    QByteArray tail;
    std::optional<Error> failure;
    for (bool hasAll = false; process.state() != QProcess::NotRunning;) {
        if (cancel.isCanceled())
            failure = Error::canceled();
        while (!hasAll && !failure && process.bytesToWrite() < kPending) {
            auto piece = context.next();
            if (!piece)
                failure = piece.error();
            else if (piece->isEmpty())
                hasAll = true;
            else
                process.write(*piece);
            if (hasAll)
                process.closeWriteChannel();
        }
        if (failure) {
            process.kill();
            process.waitForFinished(5000);
            return *failure;
        }
        if (process.bytesToWrite() > 0)
            process.waitForBytesWritten(kLook);
        else
            process.waitForReadyRead(kLook);
        const QByteArray text = process.readAll();
        if (text.isEmpty())
            continue;
        onText(text);
        tail = (tail + text).right(kTail);
    }
    if (const QByteArray text = process.readAll(); !text.isEmpty()) {
        onText(text);
        tail = (tail + text).right(kTail);
    }
    const QByteArray id = readWholeFile(idFile, 1000).valueOr({}).trimmed();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 && id.startsWith("sha256:"))
        return QString::fromLatin1(id);
    const QString words = QString::fromUtf8(tail.trimmed());
    return Error::failed(u"docker.buildFailed"_s, tr("The image could not be built."))
        .withCause(words.section(u'\n', -1).trimmed());
}

} // namespace mooring
