#pragma once

#include "core/azure/ml/mltargets.h"
#include "core/targets/builtin/builtinkinds.h"
#include "tests/support/mlservice.h"
#include "tests/support/signinbench.h"

namespace mooring::test {

/// A profile that is signed in to a workspace played on loopback.
struct MlBench
{
    MlService service;
    SignInBench signIn{[this](const WebAsk &ask) { return service.answer(ask); }};
    KindRegistry kinds;
    std::shared_ptr<MlClient> client;
    std::unique_ptr<MlTargets> targets;
    RecordingContext context;

    MlBench()
    {
        service.base = signIn.server->base();
        registerBuiltinKinds(kinds);
        (void)signIn.signIn();
        const MlWorkspace workspace{QStringLiteral("lab"),
                                    QStringLiteral("bench"),
                                    {},
                                    MlWorkspace::parseId(QString::fromLatin1(MlService::workspacePath())).value()};
        client = MlClient::open(*signIn.service, workspace).value();
        targets = std::make_unique<MlTargets>(client, kinds, *signIn.workspace, *signIn.credentials);
        targets->setPause(std::chrono::milliseconds(10));
    }

    AttachRequest request(const QString &kind, const QString &name, const std::map<QString, QString> &set,
                          const std::map<QString, QByteArray> &secrets = {}) const
    {
        AttachRequest request;
        request.kind = kind;
        request.name = name;
        request.values = FormValues(kinds.find(kind)->azure()->fields);
        for (const auto &[id, value] : set)
            if (const auto done = request.values.set(id, value); !done)
                qWarning("%s", qPrintable(done.error().text()));
        for (const auto &[id, value] : secrets)
            if (const auto done = request.values.setSecret(id, value); !done)
                qWarning("%s", qPrintable(done.error().text()));
        return request;
    }
    Result<CheckOutcome> attach(const AttachRequest &wanted) { return targets->attach(wanted, context, {}); }

    /// For Microsoft's validator, where MOORING_TRAFFIC names a folder (azure_traffic).
    void keepTraffic(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("MOORING_TRAFFIC");
        QVERIFY(folder.isEmpty() || service.writeTraffic(folder + u'/' + name));
    }

    /// What the last PUT of a compute had in it.
    Json lastPut() const
    {
        Json body;
        for (const WebAsk &ask : signIn.server->asked()) {
            if (ask.method == "PUT" && ask.target.contains("/computes/"))
                body = Json::parse(ask.body.toStdString(), nullptr, false);
        }
        return body;
    }
};

} // namespace mooring::test
