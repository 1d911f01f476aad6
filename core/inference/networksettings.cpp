#include "core/inference/networksettings.h"

#include "core/base/files.h"
#include "core/base/redactor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace mooring {

using namespace Qt::StringLiterals;
using Kind = NetworkItem::Kind;

namespace {

constexpr qint64 kFileLimit = 16 * 1024 * 1024;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("mooring::NetworkSettings", text, comment, n);
}

/// The part of "http://user:password@host/" that is nobody's business.
const QRegularExpression &userInfo()
{
    static const QRegularExpression rule(u"://([^/@\\s\"']+)@"_s);
    return rule;
}

/// Tokens of conda channels stand in the path, those of pip in the user part.
const QRegularExpression &channelToken()
{
    static const QRegularExpression rule(u"/t/([A-Za-z0-9_-]{8,})(?=/)"_s);
    return rule;
}

bool learnCredentials(const QString &text)
{
    bool found = false;
    for (const QRegularExpression *rule : {&userInfo(), &channelToken()}) {
        for (auto match = rule->globalMatch(text); match.hasNext();) {
            const QString secret = match.next().captured(1);
            found = true;
            Redactor::instance().add(secret.toUtf8());
            if (const QString word = secret.section(u':', 1); !word.isEmpty()) {
                Redactor::instance().add(word.toUtf8());
                Redactor::instance().add(QUrl::fromPercentEncoding(word.toUtf8()).toUtf8());
            }
        }
    }
    static const QRegularExpression settings(u"^\\s*(?:password|token|client_ssl_cert_key)\\s*[:=]"_s,
                                             QRegularExpression::MultilineOption);
    return found || settings.match(text).hasMatch();
}

/// The names of the settings, in order, each once.
QString keysOf(const QString &text)
{
    static const QRegularExpression key(u"^\\s*([A-Za-z][A-Za-z0-9_-]*)\\s*[:=]"_s,
                                        QRegularExpression::MultilineOption);
    QStringList keys;
    for (auto match = key.globalMatch(text); match.hasNext();) {
        const QString word = match.next().captured(1);
        if (!keys.contains(word))
            keys << word;
    }
    return keys.join(u", "_s);
}

QString firstFile(const QStringList &files)
{
    for (const QString &file : files) {
        if (!file.isEmpty() && QFileInfo(file).isFile())
            return file;
    }
    return {};
}

void addSettings(std::vector<NetworkItem> &items, Kind kind, const QString &id, const QString &title,
                 const QStringList &files)
{
    const QString path = firstFile(files);
    auto content = path.isEmpty() ? Result<QByteArray>(QByteArray()) : readWholeFile(path, kFileLimit);
    if (!content || content->trimmed().isEmpty())
        return;
    if (kind == Kind::PipConfig) { // paths of this computer mean nothing there; the certificates go on their own
        static const QRegularExpression local(
            u"^(cert|client-cert|find-links|cache-dir|log)\\s*=.*\\n?(?:[ \\t]+\\S.*\\n?)*"_s,
            QRegularExpression::MultilineOption);
        *content = QString::fromUtf8(*content).remove(local).toUtf8();
    } else {
        static const QRegularExpression local(
            u"^(ssl_verify|pkgs_dirs|envs_dirs|client_ssl_cert)\\s*:.*\\n?(?:[ \\t]+\\S.*\\n?)*"_s,
            QRegularExpression::MultilineOption);
        *content = QString::fromUtf8(*content).remove(local).toUtf8();
    }
    NetworkItem item;
    item.kind = kind;
    item.id = id;
    item.title = title;
    item.origin = path;
    item.content = *content;
    const QString text = QString::fromUtf8(*content);
    item.summary = keysOf(text);
    item.hasCredentials = learnCredentials(text);
    if (!item.summary.isEmpty()) // a section alone says nothing
        items.push_back(std::move(item));
}

} // namespace

NetworkPlaces NetworkPlaces::ofThisUser()
{
    NetworkPlaces places;
    const QString home = QDir::homePath();
    for (const char *name : {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "PIP_CERT"})
        places.caFiles << qEnvironmentVariable(name);
    places.caFiles << u"/etc/ssl/certs/ca-certificates.crt"_s << u"/etc/pki/tls/certs/ca-bundle.crt"_s
                   << u"/etc/ssl/ca-bundle.pem"_s;
    places.pipFiles = QStringList{qEnvironmentVariable("PIP_CONFIG_FILE"), home + u"/.config/pip/pip.conf"_s,
                                  home + u"/.pip/pip.conf"_s, u"/etc/pip.conf"_s};
    places.condaFiles = QStringList{qEnvironmentVariable("CONDARC"), home + u"/.condarc"_s,
                                    home + u"/.config/conda/.condarc"_s, u"/etc/conda/.condarc"_s};
    for (const char *name : {"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "FTP_PROXY"}) {
        const QString lower = qEnvironmentVariable(QByteArray(name).toLower().constData()); // as most programs read it
        const QString value = lower.isEmpty() ? qEnvironmentVariable(name) : lower;
        if (!value.isEmpty())
            places.variables[QString::fromLatin1(name)] = value;
    }
    return places;
}

std::vector<NetworkItem> findNetworkItems(const NetworkPlaces &places)
{
    std::vector<NetworkItem> items;
    const QString bundle = firstFile(places.caFiles);
    if (const auto content = readWholeFile(bundle, kFileLimit); !bundle.isEmpty() && content) {
        const auto count = content->count("-----BEGIN CERTIFICATE-----");
        if (count > 0 && !content->contains("PRIVATE KEY"))
            items.push_back({Kind::CaBundle, u"ca"_s, tr("Certificates of this computer"), bundle,
                             tr("%n certificates", nullptr, int(count)), false, *content});
    }
    addSettings(items, Kind::PipConfig, u"pip"_s, tr("Settings of pip"), places.pipFiles);
    addSettings(items, Kind::CondaConfig, u"conda"_s, tr("Settings of conda"), places.condaFiles);
    for (const auto &[name, value] : places.variables) {
        NetworkItem item;
        item.kind = Kind::Proxy;
        item.id = name;
        item.title = tr("Proxy");
        item.origin = name;
        item.content = value.toUtf8();
        item.hasCredentials = learnCredentials(value);
        item.summary = QString(value).replace(userInfo(), u"://•••@"_s);
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace mooring
