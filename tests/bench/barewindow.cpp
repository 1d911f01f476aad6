#include "ui/latency/firstpaint.h"

#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTreeView>

/// What any window with a tree costs here: the peer of the benchmark of the start.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QStandardItemModel model;
    for (int group = 0; group < 5; ++group) {
        auto *const item = new QStandardItem(QStringLiteral("Group %1").arg(group));
        for (int child = 0; child < 5; ++child)
            item->appendRow(new QStandardItem(QStringLiteral("Child %1").arg(child)));
        model.appendRow(item);
    }
    QMainWindow window;
    auto *const tree = new QTreeView;
    tree->setModel(&model);
    tree->expandAll();
    window.setCentralWidget(tree);
    window.resize(1366, 768);
    mooring::reportFirstPaint(&window);
    window.show();
    return QApplication::exec();
}
