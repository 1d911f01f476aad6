#pragma once

#include "core/azure/ml/mlassets.h"
#include "ui/azure/targets/mlworkplace.h"
#include "ui/widgets/page.h"

class QStackedWidget;
class QStandardItemModel;

namespace mooring {

class Banner;
class MlAssetSide;
class TableView;

/// The environments or the models of the open Azure ML workspace, as the service lists them, with the newest version of
/// the selected one beside. Only read. Window's thread; asks in the background each time it is shown.
class MlAssetsPage : public Page
{
    Q_OBJECT
public:
    /// `selected`: the name to begin with; may be empty.
    MlAssetsPage(const AppContext &context, MlAssetKind kind, const QString &selected, QWidget *parent = nullptr);

    void shown() override { read(); }
    void refresh() override { read(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    QWidget *makeEmpty() const;
    void read();
    void show(const Result<std::vector<MlAsset>> &assets);
    void showSelected();
    void showSide();

    MlAssetKind m_kind;
    std::shared_ptr<MlWorkplace> m_workplace;
    QString m_selected;
    std::vector<MlAsset> m_assets;
    bool m_reading = false;
    Banner *m_banner;
    TableView *m_table;
    QStandardItemModel *m_model;
    QStackedWidget *m_stack;
    MlAssetSide *m_side;
    QWidget *m_sideColumn;
};

} // namespace mooring
