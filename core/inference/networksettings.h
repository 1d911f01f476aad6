#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace mooring {

/// One thing of this computer's that a build and a container need to get out of a company's network.
struct NetworkItem
{
    enum class Kind { CaBundle, PipConfig, CondaConfig, Proxy };
    Kind kind = Kind::CaBundle;
    QString id;      ///< "ca", "pip", "conda", "HTTP_PROXY"
    QString title;   ///< for people: "Certificates of this computer"
    QString origin;  ///< the file or the variable
    QString summary; ///< what goes, without secrets: "142 certificates", "proxy.corp:8080"
    /// A user name or a token in it: it goes to the build as a secret that leaves no trace in the image, and not into
    /// the container at all.
    bool hasCredentials = false;
    QByteArray content; ///< never shown
};

struct NetworkPlaces
{
    QStringList caFiles;                  ///< the first that is there
    QStringList pipFiles, condaFiles;     ///< likewise
    std::map<QString, QString> variables; ///< proxies: HTTP_PROXY, HTTPS_PROXY, NO_PROXY, ALL_PROXY, FTP_PROXY

    /// SSL_CERT_FILE and its like before the system's bundle; PIP_CONFIG_FILE, CONDARC and the usual files.
    static NetworkPlaces ofThisUser();
};

/// What is there, in a fixed order: certificates, pip, conda, proxies. Reads a few small files. Credentials become
/// known to the Redactor.
std::vector<NetworkItem> findNetworkItems(const NetworkPlaces &places);

/// A Dockerfile whose stages have the items: files and variables after each FROM, and for items with credentials a
/// secret mounted at each RUN in shell form.
struct NetworkedBuild
{
    QByteArray dockerfile;
    std::vector<std::pair<QByteArray, QByteArray>> files; ///< of the context: path, content
    std::map<QString, QString> buildArguments;            ///< proxies, without credentials
    std::map<QString, QString> containerVariables;        ///< likewise
    struct Secret
    {
        QString id, file, variable; ///< one of the last two says where the docker command finds it
    };
    std::vector<Secret> secrets; ///< then the build needs BuildKit
};
NetworkedBuild withNetwork(const QByteArray &dockerfile, const std::vector<NetworkItem> &items);

} // namespace mooring
