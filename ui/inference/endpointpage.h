#pragma once

#include "ui/context/appcontext.h"
#include "ui/context/pageregistry.h"
#include "ui/inference/endpointacts.h"
#include "ui/inference/endpointdata.h"
#include "ui/widgets/page.h"

class QMenu;

namespace mooring {

class Banner;
class Button;
class CauseCard;
class EndpointDetails;
class EndpointFollow;
class LogPane;
class TabPages;
class TestTab;
class VersionsTab;

/// One endpoint: header, the cause of a failed init(), and the tabs Test, Log, Versions, Details (picture f). One that
/// another program made is shown and not touched.
class EndpointPage : public Page
{
    Q_OBJECT
public:
    /// `canDeploy`: there is a page that deploys anew.
    EndpointPage(const AppContext &context, const QString &name, bool canDeploy, QWidget *parent = nullptr);
    /// An endpoint of another bench than this computer's: it is asked and followed, and not changed.
    EndpointPage(const AppContext &context, const std::shared_ptr<EndpointBench> &bench, const QString &name,
                 bool canDeploy, QWidget *parent = nullptr);

    /// A tab with the endpoint as code, made when it is first looked at.
    void offerCode(const PageRegistry::PartFactory &make);

    void shown() override;
    void refresh() override;
    bool isOver() const override { return m_isGone; }

protected:
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader(bool canDeploy);
    void makeCause();
    void makeTabs(bool isElsewhere);
    void arrange();
    void showView();
    void showHeader();
    void showActs();
    void showBanner();
    void showForeign();
    void showTabs();
    QStringList whatServes() const;
    void showUsage(const InstanceUsage &usage);
    void actEnded(EndpointActs::Act act, const std::optional<Error> &error);
    void askToDelete();
    void popUpCode();
    void copyCode(bool python);

    AppContext m_context;
    QString m_name;
    EndpointData *m_data;
    EndpointActs *m_acts;
    EndpointFollow *m_follow;
    Banner *m_banner;
    CauseCard *m_cause;
    Button *m_retry = nullptr;
    Button *m_code = nullptr, *m_reload = nullptr, *m_start = nullptr, *m_stop = nullptr;
    QMenu *m_more = nullptr, *m_codeMenu = nullptr;
    QAction *m_restart = nullptr;
    TabPages *m_tabs;
    TestTab *m_test;
    LogPane *m_log;
    VersionsTab *m_versions;
    EndpointDetails *m_details;
    QWidget *m_latencyTab, *m_historyTab;
    std::optional<Error> m_failure; ///< of the last act; stays until the next one
    bool m_isGone = false, m_saysBusy = false;
};

} // namespace mooring
