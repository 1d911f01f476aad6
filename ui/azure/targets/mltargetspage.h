#pragma once

#include "ui/azure/targets/mlworkplace.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QStandardItemModel;

namespace mooring {

class Banner;
class Button;
class MlTargetSide;
class SearchField;
class SegmentedControl;
class TableView;

/// The targets of the open Azure ML workspace, in the service's own words with our shapes and findings. While the
/// service does not answer: what was seen last, with its age, and another try each half minute.
class MlTargetsPage : public Page
{
    Q_OBJECT
public:
    explicit MlTargetsPage(const AppContext &context, QWidget *parent = nullptr);

    void shown() override { read(); }
    void refresh() override { read(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    QWidget *makeList();
    void makeTable();
    void read();
    void show(const MlSeen &seen);
    void showHead();
    void showOffline();
    void fill();
    void showSelected();
    void readNodes(const QString &name);
    void keepPrice(const QString &target, const std::optional<NodePrice> &price);
    bool fits(const MlTarget &target) const;

    const AppContext &m_context;
    std::shared_ptr<MlWorkplace> m_workplace;
    MlSeen m_seen;
    bool m_reading = false;
    bool m_isWanted = false; ///< somebody asked meanwhile: what is being read may be older
    QTimer m_again;
    Banner *m_banner;
    Button *m_make = nullptr, *m_attach = nullptr, *m_refresh = nullptr;
    SearchField *m_find = nullptr;
    SegmentedControl *m_which = nullptr;
    TableView *m_table = nullptr;
    QStandardItemModel *m_model;
    MlTargetSide *m_side = nullptr;
    QWidget *m_sideColumn = nullptr;
};

} // namespace mooring
