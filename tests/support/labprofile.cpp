#include "tests/support/labprofile.h"

#include "core/azure/ml/mlworkspacebook.h"
#include "core/base/files.h"
#include "core/practice/world/labfaults.h"

#include <QDirIterator>

namespace mooring::test {

using namespace Qt::StringLiterals;

LabProfile::LabProfile(const PracticeLab::Observer &also)
    : lab([this, also](const QString &kind, const LabRequest &request, const LabReply &reply) {
          if (kind == u"arm")
              recorder.record(kind, request, reply);
          if (also)
              also(kind, request, reply);
      })
{
    signIn = std::make_unique<SignInService>(*workspace, *credentials);
    CloudRequest cloud;
    cloud.name = u"practice"_s;
    cloud.resourceManager = QUrl(lab.urls[u"arm"_s]);
    cloud.ml = QUrl(lab.urls[u"ml"_s]);
    cloud.caPem = lab.lab->authorityPem();
    const auto known = discoverCloud(cloud, {});
    MOORING_OK(known);
    MOORING_OK(signIn->clouds().add(*known));
    SignInRequest who;
    who.cloud = u"practice"_s;
    who.tenant = QString::fromLatin1(practice::kTenant);
    who.method = SignInMethod::ServicePrincipal;
    who.clientId = u"practice-app"_s;
    who.secret = "practice-secret";
    MOORING_OK(signIn->signIn(who, {}));
    MOORING_OK(MlWorkspaceBook(*workspace)
                   .add({u"lab"_s, u"practice"_s, known->tenant,
                         MlWorkspace::parseId(practice::workspaceResourceId()).value()}));
}

void LabProfile::setFaults(const QString &words)
{
    std::vector<ChosenFault> chosen;
    if (!words.isEmpty())
        chosen.push_back(ChosenFault::parse(words).value());
    lab.lab->setFaults(chosen);
}

QByteArray LabProfile::everythingKept() const
{
    QByteArray all;
    QDirIterator each(profile.profile.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        all += readWholeFile(each.next()).valueOr({});
    return all;
}

void LabProfile::keepTraffic(const QString &name) const
{
    const QString folder = qEnvironmentVariable("MOORING_TRAFFIC");
    if (folder.isEmpty())
        return;
    QVERIFY(QDir().mkpath(folder + u'/' + name));
    for (const QFileInfo &each : QDir(recorder.folder()).entryInfoList(QDir::Files))
        QVERIFY(QFile::copy(each.filePath(), folder + u'/' + name + u'/' + each.fileName()));
}

} // namespace mooring::test
