#pragma once

#include "core/transport/ssh/hosttrust.h"
#include "tests/support/testsupport.h"
#include "tests/ui/support/windowbench.h"
#include "ui/attach/wizard/attachwizard.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace mooring::test {

/// A real public key, different for each seed.
inline HostKey testKey(char seed)
{
    QByteArray blob("\0\0\0\x0bssh-ed25519\0\0\0\x20", 19);
    return {QStringLiteral("ssh-ed25519"), blob + QByteArray(32, seed)};
}

/// The attach wizard with a far machine that shows a key.
struct TrustBench : WindowBench
{
    HostTrust &trust() const { return *services->trust; }
    AttachWizard *page() const { return find<AttachWizard>("attachWizard"); }
    void press(const char *name) const { find<QAbstractButton>(name)->click(); }

    /// The first rung asks as a machine would whose key is this one.
    void show(const HostKey &key)
    {
        HostKeyFinding finding = trust().judge(QStringLiteral("box.lan"), 22, key);
        remote->ask(finding.verdict == HostKeyVerdict::Known ? QString() : QStringLiteral("hostKey"), finding.toJson());
    }
    bool startChecks()
    {
        window->router().go(QStringLiteral("attach"));
        press("next");
        find<QLineEdit>("field-address")->setText(QStringLiteral("box.lan"));
        find<QLineEdit>("targetName")->setText(QStringLiteral("box"));
        press("next");
        return QTest::qWaitFor([this] { return page()->step() == 2 && jobs->runningCount() == 0; });
    }
    template <class T>
    bool appears(const char *name) const
    {
        return QTest::qWaitFor([this, name] { return find<T>(name) && find<T>(name)->isVisible(); });
    }
};

} // namespace mooring::test
