"""The frame around the rooms: sign-in, navigation, header, banners and the status strip."""
