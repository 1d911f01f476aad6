#include "core/transport/docker/registryauth.h"

#include "core/base/files.h"
#include "core/base/jsontext.h"
#include "core/base/process.h"
#include "core/base/redactor.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mooring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kHelperLimit = 20s; // a keychain may ask its owner
const QString kHub = u"docker.io"_s;
const QString kHubKey = u"https://index.docker.io/v1/"_s; // as docker login has written it since the first registry

QString tr(const char *text) { return QCoreApplication::translate("mooring::RegistryAuth", text); }

QString keyOf(const QString &registry)
{
    return registry == kHub || registry == u"index.docker.io" ? kHubKey : registry;
}

/// "https://ghcr.io/v2/" -> "ghcr.io": keys may carry more than the host.
QString hostOf(const QString &key)
{
    QString host = key;
    for (const QString &scheme : {u"https://"_s, u"http://"_s}) {
        if (host.startsWith(scheme))
            host.remove(0, scheme.size());
    }
    return host.section(u'/', 0, 0);
}

const Json *entryFor(const Json &map, const QString &key)
{
    if (!map.is_object())
        return nullptr;
    if (const auto exact = map.find(toStd(key)); exact != map.end())
        return &*exact;
    for (const auto &[name, value] : map.items()) {
        if (hostOf(fromStd(name)) == hostOf(key))
            return &value;
    }
    return nullptr;
}

std::optional<RegistryAuth> known(RegistryAuth auth)
{
    if (auth.secret.isEmpty())
        return {};
    Redactor::instance().add(auth.secret);
    return auth;
}

std::optional<RegistryAuth> fromAuths(const Json &config, const QString &key)
{
    const Json *entry = config.is_object() && config.contains("auths") ? entryFor(config["auths"], key) : nullptr;
    if (!entry || !entry->is_object())
        return {};
    RegistryAuth auth;
    auth.server = key;
    if (const QString token = stringAt(*entry, "identitytoken"); !token.isEmpty()) {
        auth.secret = token.toUtf8();
        auth.isToken = true;
        return known(std::move(auth));
    }
    const QByteArray pair = QByteArray::fromBase64(stringAt(*entry, "auth").toUtf8());
    const qsizetype colon = pair.indexOf(':');
    if (colon <= 0)
        return {};
    auth.user = QString::fromUtf8(pair.left(colon));
    auth.secret = pair.mid(colon + 1);
    while (auth.secret.endsWith('\0')) // old versions filled up with zeros
        auth.secret.chop(1);
    return known(std::move(auth));
}

Result<std::optional<RegistryAuth>> fromHelper(const QString &name, const QString &key, const CancelToken &cancel)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9._-]+\\z"_s);
    Command command;
    command.program = u"docker-credential-"_s + name;
    command.arguments = QStringList{u"get"_s};
    command.input = key.toUtf8() + '\n';
    command.limit = kHelperLimit;
    command.outputLimit = 1024 * 1024;
    if (!plain.match(name).hasMatch() || findProgram(command.program).isEmpty()) {
        return Error::failed(u"docker.helperMissing"_s,
                             tr("The sign-in for %1 is kept by %2, which is not there.").arg(key, command.program))
            .withFix(u"docker login "_s + hostOf(key));
    }
    const auto output = runCommand(command, cancel);
    if (!output)
        return output.error();
    if (!output->succeeded()) {
        const QString words = QString::fromUtf8((output->output + output->errors).trimmed());
        if (words.contains(u"not found"))
            return std::optional<RegistryAuth>();
        return Error::failed(u"docker.helperFailed"_s,
                             tr("%1 did not give the sign-in for %2.").arg(command.program, key))
            .withCause(words.left(400));
    }
    const Json json = readJson(output->output);
    RegistryAuth auth;
    auth.server = key;
    auth.user = stringAt(json, "Username");
    auth.secret = stringAt(json, "Secret").toUtf8();
    auth.isToken = auth.user == u"<token>";
    return known(std::move(auth));
}

} // namespace

Json RegistryAuth::toJson() const
{
    if (isToken)
        return {{"identitytoken", secret.toStdString()}, {"serveraddress", toStd(server)}};
    return {{"username", toStd(user)}, {"password", secret.toStdString()}, {"serveraddress", toStd(server)}};
}

QString registryOfImage(const QString &image)
{
    const QString first = image.section(u'/', 0, 0);
    const bool isHost = image.contains(u'/') && (first.contains(u'.') || first.contains(u':') || first == u"localhost");
    return isHost ? first : kHub;
}

QStringList imagesOfDockerfile(const QByteArray &dockerfile)
{
    static const QRegularExpression from(
        u"^[ \\t]*FROM[ \\t]+(?:--[^ \\t]+[ \\t]+)*([^ \\t\\r\\n]+)(?:[ \\t]+AS[ \\t]+([^ \\t\\r\\n]+))?"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    QStringList images, stages;
    for (auto match = from.globalMatch(QString::fromUtf8(dockerfile)); match.hasNext();) {
        const auto each = match.next();
        const QString image = each.captured(1);
        if (image != u"scratch" && !image.contains(u'$') && !stages.contains(image.toLower()) &&
            !images.contains(image))
            images << image;
        stages << each.captured(2).toLower();
    }
    return images;
}

Result<std::optional<RegistryAuth>> findRegistryAuth(const QString &registry, const QString &configFolder,
                                                     const CancelToken &cancel)
{
    const QString key = keyOf(registry);
    const QByteArray given = qgetenv("DOCKER_AUTH_CONFIG");
    if (!given.isEmpty()) {
        if (auto found = fromAuths(readJson(given), key))
            return found;
    }
    const auto text = readWholeFile(configFolder + u"/config.json"_s, 4 * 1024 * 1024);
    const Json config = text ? readJson(*text) : Json();
    if (!config.is_object())
        return std::optional<RegistryAuth>();
    QString helper = stringAt(config, "credsStore");
    if (config.contains("credHelpers")) {
        if (const Json *own = entryFor(config["credHelpers"], key); own && own->is_string())
            helper = fromStd(own->get<std::string>());
    }
    if (!helper.isEmpty()) {
        auto found = fromHelper(helper, key, cancel);
        if (!found || *found)
            return found;
    }
    return fromAuths(config, key);
}

QByteArray registryAuthHeader(const RegistryAuth &auth)
{
    return toBytes(auth.toJson()).toBase64(QByteArray::Base64UrlEncoding);
}

QByteArray registryConfigHeader(const std::vector<RegistryAuth> &all)
{
    Json map = Json::object();
    for (const RegistryAuth &each : all)
        map[toStd(each.server)] = each.toJson();
    return toBytes(map).toBase64(QByteArray::Base64UrlEncoding);
}

} // namespace mooring
