Page({ data: { remember: true } });
