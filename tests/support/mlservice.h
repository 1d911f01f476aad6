#pragma once

#include "core/base/json.h"
#include "tests/support/webserver.h"

#include <QStringList>

#include <map>

namespace mooring::test {

/// Plays the resource manager and Azure ML of one workspace, with state and operations that take a few looks. Answers
/// are shaped as the official examples are; what was said is kept for Microsoft's validator. The handler runs on the
/// server's thread; everything else only while nobody asks.
class MlService
{
public:
    static constexpr const char *kSubscription = "00000000-0000-0000-0000-000000000001";
    static QByteArray workspacePath();
    static QString resource(const QString &providerAndType, const QString &name);

    /// `base`: of the server, for addresses in answers.
    QByteArray base;
    WebAnswer answer(const WebAsk &ask);

    std::map<QString, Json> computes;       ///< by name
    std::map<QString, Json> resources;      ///< by resource id in lower case: what GET of it answers
    Json provisioningErrors;                ///< not null: the next PUT of a compute fails with these
    int looks = 1;                          ///< an operation is running for so many looks at it
    QStringList order;                      ///< "PUT computes/vm1", in the order in which it was asked
    std::map<QString, Json> jobs;           ///< by name, as they were sent; "status" is added
    std::map<QString, QByteArray> blobs;    ///< by path in the container, or of a run's artifact
    std::map<QString, QByteArray> metadata; ///< "upload_status" of a blob
    std::map<QString, QString> codesByHash; ///< id of the version
    std::map<QString, Json> environments;   ///< by "NAME/versions/V"
    QStringList statuses{QStringLiteral("Running"),
                         QStringLiteral("Completed")}; ///< one for each look at the details; the last stays
    QByteArray log;                                    ///< of every run
    std::map<QString, Json> metrics;                   ///< of a run: "value" of metrics:query
    QStringList artifacts;                             ///< of every run
    QByteArray signature = "CANARY-sig-1";             ///< of SAS addresses; others are answered with 403
    bool honoursRange = true;

    /// Before anything else; an answer with a status other than 0 is given.
    std::function<WebAnswer(const WebAsk &)> first;

    /// One file for each call, as oav's validate-traffic reads them; false when one could not be written.
    bool writeTraffic(const QString &folder) const;

    static Json compute(const QString &name, const QString &type, const QString &resourceId, const Json &own = {});

private:
    struct Operation
    {
        QString compute;
        int left = 1;
        bool isDelete = false;
        QString end = QStringLiteral("Succeeded");
    };
    WebAnswer route(const WebAsk &ask);
    WebAnswer computeCall(const WebAsk &ask, const QString &name, const QString &act);
    WebAnswer putCompute(const WebAsk &ask, const QString &name);
    WebAnswer deleteCompute(const WebAsk &ask, const QString &name);
    WebAnswer status(const QString &id);
    WebAnswer begun(const QString &compute, bool isDelete, const QString &end, int httpStatus, const QByteArray &body);
    WebAnswer list() const;
    WebAnswer jobCall(const WebAsk &ask, const QString &name, const QString &act);
    WebAnswer assetCall(const WebAsk &ask, const QString &path);
    WebAnswer historyCall(const WebAsk &ask, const QString &path);
    WebAnswer blobCall(const WebAsk &ask, const QString &path);
    WebAnswer details(const QString &run);
    QString nextStatus();
    std::string sas(const QString &path) const;
    WebAnswer workspace() const;

    std::map<QString, Operation> m_operations;
    std::vector<std::pair<WebAsk, WebAnswer>> m_traffic;
    QByteArray m_blocks; ///< of the upload that goes on
};

} // namespace mooring::test
