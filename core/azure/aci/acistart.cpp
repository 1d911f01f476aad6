// How a version gets to Azure: package, key, container group.
#include "core/azure/aci/acirunner.h"
#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/credentials/keeporhold.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScopeGuard>

#include <array>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::AciRunner", text); }

/// What is told is also written to the provisioning log.
class ProvisioningContext : public JobContext
{
public:
    ProvisioningContext(JobContext &outer, const QString &path)
        : JobContext(outer.cancelToken()), m_outer(outer), m_file(path)
    {
        m_isOpen = m_file.open(QIODevice::Append);
    }

protected:
    void onLine(const LogLine &line) override
    {
        if (m_isOpen) { // best effort: a full disk must not end what is logged
            m_file.write(toIso(line.at).toLatin1() + ' ' + line.text.toUtf8() + '\n');
            m_file.flush();
        }
        m_outer.log(line.text, line.level);
    }
    void onStep(const QString &title) override { m_outer.setStep(step(), title); }
    void onProgress(qint64 done, qint64 total) override { m_outer.progress(done, total); }

private:
    JobContext &m_outer;
    QFile m_file;
    bool m_isOpen;
};

/// 256 bits of the system's random source, in letters that a header may have.
QByteArray newKey()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<QString> makeOwner(const VersionFolder &folder)
{
    const QString known = ownerOf(folder);
    if (!known.isEmpty())
        return known;
    const QString word = randomWord(12);
    const auto written = writeFileAtomically(folder.path() + u"/owner"_s, word.toLatin1());
    return written ? Result<QString>(word) : Result<QString>(written.error());
}

} // namespace

QString provisioningLogOf(const VersionFolder &folder) { return folder.path() + u"/provisioning.log"_s; }

QString ownerOf(const VersionFolder &folder)
{
    static const QRegularExpression word(u"\\A[a-z0-9]{12}\\z"_s);
    const QString text = QString::fromLatin1(readWholeFile(folder.path() + u"/owner"_s, 100).valueOr({}));
    return word.match(text).hasMatch() ? text : QString();
}

QString keyName(const EndpointVersion &version, const QString &owner)
{
    return u"endpoint/%1/v%2-%3"_s.arg(version.settings.name).arg(version.number).arg(owner);
}

QString groupNameOf(const EndpointVersion &version, const QString &owner)
{
    static const QRegularExpression dashes(u"-+"_s);
    return u"%1-v%2-%3"_s.arg(version.settings.name.toLower().replace(dashes, u"-"_s)).arg(version.number).arg(owner);
}

Result<> AciRunner::prepare(EndpointVersion &version, const VersionFolder &folder, const DeployWatch &,
                            JobContext &outer)
{
    ProvisioningContext context(outer, provisioningLogOf(folder));
    const auto client = m_open(version.settings.cloud.workspace);
    if (!client)
        return client.error();
    if (auto owner = makeOwner(folder); !owner)
        return owner.error();
    const auto requirements = requirementsOf(version.settings, version.modelPath);
    if (!requirements)
        return requirements.error();
    if (!requirements->leftOut.isEmpty())
        context.log(tr("pip alone installs in the container: these conda packages are left out: %1")
                        .arg(requirements->leftOut.join(u", "_s)),
                    LogLine::Level::Warning);
    context.setStep(u"package"_s, tr("Packing code and model"));
    const QString path = folder.path() + u"/package.tar.gz"_s;
    const auto remove = qScopeGuard([&path] { QFile::remove(path); });
    const auto package = packModel(version, folder, *requirements, path, context);
    if (!package)
        return package.error();
    context.log(
        tr("The package has %1, SHA-256 %2.").arg(humanSize(package->size), QString::fromLatin1(package->sha256)));
    context.setStep(u"upload"_s, tr("Sending the package"));
    const auto store = PackageStore::open(**client, context.cancelToken());
    if (!store)
        return store.error();
    const auto sent = store->put(*package, context.cancelToken());
    if (!sent)
        return sent.error();
    context.log(*sent ? tr("The package was sent to %1.").arg(store->place())
                      : tr("The same package is in %1 already: nothing was sent.").arg(store->place()));
    version.environment = {{"kind", "aci"},
                           {"package", package->sha256.toStdString()},
                           {"packageSize", package->size},
                           {"image", toStd(imageOf(version.settings))}};
    return {};
}

Result<QByteArray> AciRunner::key(const EndpointVersion &version, const VersionFolder &folder,
                                  const CancelToken &cancel)
{
    auto key = m_credentials.read(keyName(version, ownerOf(folder)), cancel);
    const QString code = key ? QString() : key.error().code;
    if (code == u"credentials.missing" || code == u"credentials.absent")
        return Error::failed(
                   u"endpoint.keyGone"_s,
                   tr("The key of the endpoint %1 is not in the keychain of this computer.").arg(version.settings.name))
            .withCause(key.error().message)
            .withFix(tr("Make a new one: mooring restart %1").arg(version.settings.name));
    return key;
}

Result<QByteArray> AciRunner::makeKey(const EndpointVersion &version, const VersionFolder &folder, JobContext &context)
{
    const QString name = keyName(version, ownerOf(folder));
    auto known = m_credentials.read(name, context.cancelToken());
    if (known || known.error().kind == ErrorKind::Canceled)
        return known;
    const QByteArray made = newKey(); // also where the keychain does not answer: the group is made anew
    const auto kept = keepOrHold(m_credentials, name, made, context.cancelToken());
    if (!kept)
        return kept.error();
    if (kept->reason)
        context.log(tr("The keychain did not take the endpoint's key, which is known to this session alone: %1 After "
                       "it, “mooring restart %2” makes a new one.")
                        .arg(kept->reason->text(), version.settings.name),
                    LogLine::Level::Warning);
    else if (kept->where == CredentialStore::Kept::Memory)
        context.log(tr("There is no keychain: the endpoint's key is known to this session alone. After it, “mooring "
                       "restart %1” makes a new one.")
                        .arg(version.settings.name),
                    LogLine::Level::Warning);
    else
        context.log(tr("The endpoint's key is in the keychain, as %1.").arg(name));
    return made;
}

Result<> AciRunner::start(EndpointVersion &version, const VersionFolder &folder, int, JobContext &outer)
{
    ProvisioningContext context(outer, provisioningLogOf(folder));
    context.setStep(u"group"_s, tr("Making the container group"));
    const auto client = m_open(version.settings.cloud.workspace);
    if (!client)
        return client.error();
    if (auto owner = makeOwner(folder); !owner)
        return owner.error();
    version.instance = u"%1-v%2-%3"_s.arg(version.settings.name).arg(version.number).arg(randomWord(6));
    version.container = groupNameOf(version, ownerOf(folder));
    version.coldStartMs.reset();
    version.own = {};
    return makeGroup(version, folder, **client, context);
}

Result<> AciRunner::makeGroup(EndpointVersion &version, const VersionFolder &folder, MlClient &client,
                              JobContext &context)
{
    const CancelToken &cancel = context.cancelToken();
    const DeploymentSettings &settings = version.settings;
    const QByteArray sha256 = stringAt(version.environment, "package").toLatin1();
    const auto secret = makeKey(version, folder, context);
    if (!secret)
        return secret.error();
    const auto store = PackageStore::open(client, cancel);
    if (!store)
        return store.error();
    const PackageStore::Address package = store->addressOf(sha256);
    ContainerGroups groups = groupsOf(client);
    const auto location = groups.location(cancel);
    if (!location)
        return location.error();
    if (auto free = removeGroup(groups, version, folder, context); !free) // one that a killed Mooring left
        return free;
    const auto body = groupBody(version, *location, sha256, {package.url, *secret},
                                {{u"mooring.endpoint"_s, settings.name}, {u"mooring.version"_s, ownerOf(folder)}});
    context.log(tr("Container group %1 in %2: %3 cores, %4 GB, %5")
                    .arg(version.container, *location)
                    .arg(settings.cloud.cpu)
                    .arg(settings.cloud.memory)
                    .arg(imageOf(settings)));
    if (package.until.isValid())
        context.log(tr("Azure can fetch the package until %1; a container that it starts after that fails. “mooring "
                       "restart %2” gives it a new address.")
                        .arg(toIso(package.until).left(10), settings.name));
    const auto group = groups.make(version.container, body, context);
    if (!group)
        return group.error();
    if (group->ip.isEmpty())
        return Error::failed(u"aci.noAddress"_s,
                             tr("Azure gave the container group %1 no address.").arg(version.container));
    version.own = {group->ip, portOf(settings), group->fqdn};
    version.needsKey = true;
    context.log(tr("The address %1 is public and plain HTTP: whoever reads the traffic reads requests, answers and the "
                   "key, which alone guards it. It costs until the endpoint is stopped.")
                    .arg(version.own.url(u"/score"_s)),
                LogLine::Level::Warning);
    return {};
}

} // namespace mooring
