#pragma once

#include "core/practice/practicelab.h"
#include "core/targets/kindregistry.h"
#include "tests/ui/support/windowbench.h"

namespace mooring::test {

/// A window with the workspace of a practice lab open, in haste and in this process. An application is signed in.
class MlTargetsBench : public WindowBench
{
public:
    /// `runMs`: how long runs take there.
    explicit MlTargetsBench(int runMs = 1200);
    ~MlTargetsBench();

    /// Shows the window with the lab's workspace, at this page.
    bool openAt(const QString &route);
    void go(const QString &route) const { window->router().go(route); }
    void setFaults(const QStringList &words) const;
    /// From now on nobody answers.
    void stopLab() { lab.reset(); }

    /// Clicks it once it can be clicked.
    void press(const char *objectName) const;
    /// The same for an act of the page's header that stands under "more".
    void pressUnderMore(const char *objectName) const;
    /// Of the page that is shown, not of one that another route has.
    template <class T>
    T *shown(const char *objectName) const
    {
        for (T *each : window->findChildren<T *>(QLatin1String(objectName))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    /// A label to be seen has these words.
    bool says(const QString &words) const;
    bool isShown(const char *objectName) const { return shown<QWidget>(objectName) != nullptr; }
    /// Types into a field of the attach form; of a secret too.
    void type(const QString &field, const QString &text) const;

    /// As the wizard does it, without the window.
    void attach(const QString &kind, const QString &name, const std::map<QString, QString> &set,
                const std::map<QString, QByteArray> &secrets = {});
    void make(const QString &name, bool isCluster);
    /// As somebody else's tool does it: what Mooring attaches in no way. `properties`: of the compute.
    void put(const QString &name, const Json &properties) const;
    /// As if somebody had looked at a compute all that time and seen so many nodes.
    void sawNodes(const QString &name, const QDateTime &from, const QDateTime &to, int nodes) const;
    static QString vmId();
    static QString aksId();

    std::unique_ptr<PracticeLab> lab;

private:
    void enlist(OpenedServices &opened) const;

    KindRegistry m_kinds;
};

} // namespace mooring::test
