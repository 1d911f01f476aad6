#pragma once

#include "ui/azure/targets/mlworkplace.h"
#include "ui/widgets/page.h"

#include <QTimer>

namespace mooring {

class Banner;
class Button;
class CheckPanel;
class CodeBox;
class ComputeActs;
class Job;
class MlTargetSide;
class RungDetails;
class SameAsBox;
class ScaleForm;
class TabPages;

/// One target of the open Azure ML workspace: checks, its scale where it has one, all that Azure says of it, and the
/// same thing as code.
class MlTargetPage : public Page
{
    Q_OBJECT
public:
    MlTargetPage(const AppContext &context, const QString &name, QWidget *parent = nullptr);

    void shown() override { read(); }
    void refresh() override { check({}); }
    bool isOver() const override { return m_gone; }
    /// "detach"
    void act(const QString &word) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Seen
    {
        MlSeen all;
        std::vector<Rung> rungs;
        std::vector<MlNode> nodes;
    };
    void makeHeader();
    void makeBody();
    QWidget *makeChecks();
    void connectActs();
    void read();
    void show(const Seen &seen);
    void showState();
    void showActs();
    void showForms();
    void readUsage();
    void keepPrice(const std::optional<NodePrice> &price);
    void check(const QStringList &only);
    void follow(class MlCheck *check);
    void checkEnded(const Job *job);
    bool isOwnRecord() const; ///< Mooring's: the service does not know of it
    void detach();
    void runSampleThere();
    void showDetached(const DetachReport &report);
    void showGone(const QString &word);
    Button *addAct(const char *objectName, const QString &text, const QString &icon);

    const AppContext &m_context;
    std::shared_ptr<MlWorkplace> m_workplace;
    QString m_name;
    std::optional<MlTarget> m_target;
    MlSeen m_seen;
    bool m_gone = false;
    QTimer m_soon;  ///< another look while Azure is at work on it
    QTimer m_meter; ///< what the tree saw of it meanwhile
    ComputeActs *m_acts;
    Banner *m_banner;
    Button *m_run = nullptr, *m_sample = nullptr, *m_again = nullptr, *m_detach = nullptr, *m_start = nullptr,
           *m_stop = nullptr, *m_restart = nullptr, *m_delete = nullptr;
    TabPages *m_tabs = nullptr;
    CheckPanel *m_checks = nullptr;
    RungDetails *m_rung = nullptr;
    MlTargetSide *m_side = nullptr;
    MlTargetSide *m_about = nullptr; ///< the same under Details, where there is no room beside the ladder
    QWidget *m_sideColumn = nullptr;
    ScaleForm *m_scale = nullptr;
    QWidget *m_scalePart = nullptr; ///< with its title and act; clusters only
    CodeBox *m_document = nullptr;
    SameAsBox *m_sameAs = nullptr;
};

} // namespace mooring
